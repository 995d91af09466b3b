// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** Object identifiers, as {@code ntddndis.h} numbers them. */
public final class Oid {
    public static final int GEN_SUPPORTED_LIST = 0x00010101;
    public static final int GEN_CURRENT_PACKET_FILTER = 0x0001010E;
    public static final int GEN_CURRENT_LOOKAHEAD = 0x0001010F;
    public static final int GEN_LINK_STATE = 0x00010207;
    public static final int RECEIVE_FILTER_FREE_QUEUE = 0x00010224;
    public static final int RECEIVE_FILTER_SET_FILTER = 0x00010227;
    public static final int RECEIVE_FILTER_CLEAR_FILTER = 0x00010228;
    public static final int PACKET_COALESCING_FILTER_MATCH_COUNT = 0x00010235;
    public static final int NIC_SWITCH_DELETE_SWITCH = 0x00010239;
    public static final int NIC_SWITCH_DELETE_VPORT = 0x00010244;
    public static final int NIC_SWITCH_FREE_VF = 0x00010246;
    public static final int SRIOV_RESET_VF = 0x00010255;
    public static final int GEN_STATISTICS = 0x00020106;
    public static final int GEN_RESET_COUNTS = 0x00020214;
    public static final int PERMANENT_ADDRESS_802_3 = 0x01010101;
    public static final int CURRENT_ADDRESS_802_3 = 0x01010102;
    public static final int MULTICAST_LIST_802_3 = 0x01010103;
    public static final int OFFLOAD_ENCAPSULATION = 0x0101010A;
    public static final int PNP_SET_POWER = 0xFD010101;
    public static final int PNP_QUERY_POWER = 0xFD010102;
    public static final int PNP_ADD_WAKE_UP_PATTERN = 0xFD010103;
    public static final int PNP_REMOVE_WAKE_UP_PATTERN = 0xFD010104;
    public static final int PM_PARAMETERS = 0xFD010109;
    public static final int PM_ADD_WOL_PATTERN = 0xFD01010A;
    public static final int PM_REMOVE_WOL_PATTERN = 0xFD01010B;
    public static final int PM_REMOVE_PROTOCOL_OFFLOAD = 0xFD01010F;

    private Oid() {}

    /**
     * Whether it deletes, frees, removes or clears something: a miniport that fails one of these, other than because of a
     * reset, stops Windows (bug check 0x7C, first parameter 0x1C).
     */
    public static boolean mustSucceed(int oid) {
        return switch (oid) {
            case RECEIVE_FILTER_FREE_QUEUE,
                    RECEIVE_FILTER_CLEAR_FILTER,
                    NIC_SWITCH_DELETE_SWITCH,
                    NIC_SWITCH_DELETE_VPORT,
                    NIC_SWITCH_FREE_VF,
                    PNP_REMOVE_WAKE_UP_PATTERN,
                    PM_REMOVE_WOL_PATTERN,
                    PM_REMOVE_PROTOCOL_OFFLOAD -> true;
            default -> false;
        };
    }
}
