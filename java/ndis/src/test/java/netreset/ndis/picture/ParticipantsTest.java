// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static netreset.ndis.trace.What.SEND;
import static netreset.ndis.trace.What.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import netreset.ndis.NdisStatus;
import org.junit.jupiter.api.Test;

class ParticipantsTest {
    @Test
    void standAsTheStackDoes() {
        Story story = new Story();
        story.say(SEND, "hardware nic0", "miniport nic0")
                .say(SEND, "ndis", "filter F")
                .say(SEND, "ndis", "callmanager C/nic0");
        story.say(SEND, "protocol B/nic0", "client A/nic0").say(SEND, "ndis", null);

        assertThat(Participants.of(story.events()).names())
                .containsExactly(
                        "protocol B/nic0",
                        "client A/nic0",
                        "callmanager C/nic0",
                        "filter F",
                        "ndis",
                        "miniport nic0",
                        "hardware nic0");
    }

    @Test
    void haveTheFilterThatHearsFirstNearestTheMiniport() {
        Story story = new Story().say(SEND, "filter top", "filter bottom");
        story.status(STATUS, "ndis", "filter bottom", NdisStatus.RESET_START);
        story.status(STATUS, "ndis", "filter middle", NdisStatus.RESET_START);
        story.status(STATUS, "ndis", "filter top", NdisStatus.RESET_START);

        assertThat(Participants.of(story.events()).names())
                .containsExactly("filter top", "filter middle", "filter bottom", "ndis");
    }

    @Test
    void putTheUnknownWithTheProtocols() {
        Story story = new Story().say(SEND, "ndis", "miniport x").say(SEND, "somebody", "ndis");

        assertThat(Participants.of(story.events()).names()).containsExactly("somebody", "ndis", "miniport x");
    }
}
