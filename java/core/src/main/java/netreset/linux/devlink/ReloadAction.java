// SPDX-License-Identifier: Apache-2.0
package netreset.linux.devlink;

import netreset.linux.abi.Devlink;

/** What a reload does (Documentation/networking/devlink/devlink-reload.rst). */
public enum ReloadAction {
    /** The driver starts anew; its interfaces are made anew. */
    DRIVER_REINIT(Devlink.DEVLINK_RELOAD_ACTION_DRIVER_REINIT, "driver_reinit"),
    /** The firmware that waits in flash is started. */
    FW_ACTIVATE(Devlink.DEVLINK_RELOAD_ACTION_FW_ACTIVATE, "fw_activate");

    private final int number;
    private final String word;

    ReloadAction(int number, String word) {
        this.number = number;
        this.word = word;
    }

    int number() {
        return number;
    }

    /** The devlink command's word for it. */
    public String word() {
        return word;
    }
}
