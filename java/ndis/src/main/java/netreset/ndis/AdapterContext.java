// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** What a miniport driver keeps for one adapter: its MiniportAdapterContext. */
public interface AdapterContext {
    /** NDIS's handle, as MiniportInitializeEx was given it. */
    MiniportAdapterHandle handle();
}
