// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.BindingContext;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.ProtocolDriverHandle;

/** A registered protocol driver. */
final class ProtocolBlock {
    final ProtocolDriver<BindingContext> driver;
    final String name;
    final ProtocolDriverHandle handle;

    ProtocolBlock(ProtocolDriver<BindingContext> driver, String name, ProtocolDriverHandle handle) {
        this.driver = driver;
        this.name = name;
        this.handle = handle;
    }
}
