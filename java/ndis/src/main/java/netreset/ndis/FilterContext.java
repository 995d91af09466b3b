// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** What a filter driver keeps for one module: its FilterModuleContext. */
public interface FilterContext {
    FilterHandle handle();
}
