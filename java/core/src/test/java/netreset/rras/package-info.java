// SPDX-License-Identifier: Apache-2.0
/** Tests of sessions with a Routing and Remote Access server, and the scripted one they talk to. */
@NullMarked
package netreset.rras;

import org.jspecify.annotations.NullMarked;
