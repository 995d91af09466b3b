// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A test that is run in both byte orders. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ParameterizedTest
@FieldSource("netreset.linux.netlink.Messages#BYTE_ORDERS")
@interface ByteOrders {}
