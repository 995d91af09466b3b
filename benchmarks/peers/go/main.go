// SPDX-License-Identifier: Apache-2.0

// Nanoseconds of one call of MprAdminPortReset by cgo: dispatch MILLIS
package main

/*
#cgo LDFLAGS: -lnothing
#include <stdint.h>
uint32_t MprAdminPortReset(uintptr_t server, uintptr_t port);
*/
import "C"

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

func main() {
	millis, err := strconv.Atoi(os.Args[1])
	if err != nil {
		os.Exit(2)
	}
	for calls := 1000; ; calls *= 2 {
		start := time.Now()
		for i := 0; i < calls; i++ {
			C.MprAdminPortReset(0x8000000000000010, 0x180000001)
		}
		took := time.Since(start)
		if took >= time.Duration(millis)*time.Millisecond {
			fmt.Printf("%.4f\n", float64(took.Nanoseconds())/float64(calls))
			return
		}
	}
}
