// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.ArrayList;
import java.util.List;
import netreset.Printable;
import netreset.ResetException;
import netreset.linux.ladder.AdminState;
import netreset.linux.ladder.Restore;
import netreset.linux.ladder.Target;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.state.Restoration;
import netreset.linux.state.Snapshot;
import netreset.linux.state.StateSocket;

/** Keeps all that is configured on a NIC, and puts it back; if that can't be done at all, whether it is switched on. */
final class StateRestore implements Restore {
    private final LinuxSite site;
    private final AdminState adminState;

    StateRestore(LinuxSite site) {
        this.site = site;
        this.adminState = new AdminState(site);
    }

    @Override
    public Saved save(Target target) throws ResetException {
        Saved switchedOn = adminState.save(target);
        try (StateSocket socket = open()) {
            Snapshot before = socket.snapshot(target.link().index())
                    .orElseThrow(() -> DispatchError.vanished(target.link().name()));
            return new Saved() {
                @Override
                public List<String> putBack(Link now) {
                    return StateRestore.this.putBack(before, now, switchedOn);
                }

                @Override
                public String text() {
                    return before.text();
                }
            };
        } catch (NetlinkException e) {
            throw SystemCallException.explained(e);
        }
    }

    private List<String> putBack(Snapshot before, Link now, Saved switchedOn) {
        List<String> notes = new ArrayList<>();
        before.gaps().forEach(gap -> notes.add("not kept: " + Printable.line(gap)));
        try (StateSocket socket = open()) {
            Restoration restoration = socket.restore(before, now.index());
            restoration.restored().forEach(what -> notes.add("put back: " + Printable.line(what)));
            restoration.lost().forEach(loss -> notes.add("not put back: " + Printable.line(loss.sentence())));
            restoration.notes().forEach(note -> notes.add(Printable.line(note)));
        } catch (ResetException | NetlinkException e) {
            notes.add("its configuration couldn't be put back: " + Printable.line(String.valueOf(e.getMessage())));
            notes.addAll(switchedOn.putBack(now));
        }
        return notes;
    }

    private StateSocket open() throws ResetException {
        return site.open(() -> StateSocket.open(site.libc(), site.files()));
    }
}
