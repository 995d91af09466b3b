// SPDX-License-Identifier: Apache-2.0
// Resets a NIC on a schedule, with nothing between this loop and the kernel: reset-loop NIC FLAGS INTERVAL-NS COUNT
// prints of each reset the nanoseconds from its intended start to its end, so one that begins late counts as late.
// The same schedule as benchmarks' Schedule.java: sleep until shortly before, then look at the clock only.
#include <errno.h>
#include <linux/ethtool.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <time.h>

static const long long LEAD = 20000000, SPIN = 2000000;

static long long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void await(long long intended)
{
	long long until = intended - SPIN;
	struct timespec t = { until / 1000000000, until % 1000000000 };

	if (now() < until)
		clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL);
	while (now() < intended)
		;
}

int main(int argc, char **argv)
{
	if (argc != 5) {
		fprintf(stderr, "usage: reset-loop NIC FLAGS INTERVAL-NS COUNT\n");
		return 2;
	}
	unsigned int flags = strtoul(argv[2], NULL, 0);
	long long interval = atoll(argv[3]);
	int count = atoi(argv[4]);
	long long *latency = calloc(count, sizeof(*latency));
	struct ethtool_value value;
	struct ifreq request = { .ifr_data = (char *)&value };
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	if (fd < 0 || !latency) {
		perror("reset-loop");
		return 1;
	}
	/* No page of it is touched for the first time while it is measured. */
	memset(latency, 1, count * sizeof(*latency));
	strncpy(request.ifr_name, argv[1], IFNAMSIZ - 1);
	long long start = now() + LEAD;
	for (int i = 0; i < count; i++) {
		long long intended = start + i * interval;

		await(intended);
		value = (struct ethtool_value){ ETHTOOL_RESET, flags };
		if (ioctl(fd, SIOCETHTOOL, &request) < 0 || value.data != 0) {
			fprintf(stderr, "reset-loop: reset %d of %s: %s, left 0x%x\n", i, argv[1], strerror(errno), value.data);
			return 1;
		}
		latency[i] = now() - intended;
	}
	for (int i = 0; i < count; i++)
		printf("%lld\n", latency[i]);
	return 0;
}
