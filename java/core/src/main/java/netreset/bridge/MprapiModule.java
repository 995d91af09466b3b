// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mprapi.dll in this process: what of it can be called, under which names, and where it came from. */
public final class MprapiModule {
    /** By the bridge's name. A module is never unloaded: its functions stay where they are, whoever still calls them. */
    private static final Map<String, MprapiModule> LOADED = new HashMap<>();

    private final Bridge bridge;
    private final Kernel32 kernel32;
    private final String path;
    private final @Nullable String version;
    private final Map<MprapiFunction, String> exports = new EnumMap<>(MprapiFunction.class);
    private final Mprapi mprapi;
    private @Nullable Long texts;

    MprapiModule(Bridge bridge, Kernel32 kernel32, String path, @Nullable String version, Symbols symbols)
            throws NoMprapiException {
        this.bridge = bridge;
        this.kernel32 = kernel32;
        this.path = path;
        this.version = version;
        Map<String, Long> addresses = new HashMap<>();
        for (MprapiFunction function : MprapiFunction.values()) {
            for (String export : function.exports()) {
                long address = symbols.address(export);
                if (address != 0) {
                    exports.put(function, export);
                    addresses.put(function.cName(), address);
                    break;
                }
            }
            if (function.required() && !has(function)) {
                throw new NoMprapiException(path + " has no function " + String.join(" or ", function.exports()), 0);
            }
        }
        this.mprapi = bridge.mprapi(name -> addresses.getOrDefault(name, 0L));
    }

    /**
     * The one of Windows' system folder, loaded by the first call. No other is looked for: one beside java.exe, in the
     * working folder or on the PATH would be somebody's trap for an administrator.
     *
     * @throws NoMprapiException if this isn't 64-bit Windows, the bridge isn't usable, the library can't be loaded or is
     *     a stub; in one line
     */
    public static MprapiModule system(Bridge bridge) throws NoMprapiException {
        synchronized (LOADED) {
            MprapiModule module = LOADED.get(bridge.name());
            if (module == null) {
                module = SystemFolder.mprapi(bridge);
                LOADED.put(bridge.name(), module);
            }
            return module;
        }
    }

    /**
     * A module that was loaded and stays so, of no known version.
     *
     * @param symbols its exports
     * @throws NoMprapiException if it lacks a function nothing works without
     */
    static MprapiModule of(Bridge bridge, Kernel32 kernel32, String path, Symbols symbols) throws NoMprapiException {
        return new MprapiModule(bridge, kernel32, path, null, symbols);
    }

    /** The bridge that calls it. */
    public Bridge bridge() {
        return bridge;
    }

    /** The functions of kernel32.dll that go with it. */
    public Kernel32 kernel32() {
        return kernel32;
    }

    /** Its functions. */
    public Mprapi mprapi() {
        return mprapi;
    }

    /**
     * The library with the texts for codes of mprerror.h and raserror.h, for FormatMessageW; loaded by the first call.
     *
     * @return 0 if it can't be had
     */
    public synchronized long texts() {
        Long loaded = texts;
        if (loaded == null) {
            loaded = SystemFolder.texts(kernel32, "mprmsg.dll");
            texts = loaded;
        }
        return loaded;
    }

    /** Whether it has this function; true for those {@link MprapiFunction#required()}. */
    public boolean has(MprapiFunction function) {
        return exports.containsKey(function);
    }

    /** The name under which it exports this function; {@code null} if it doesn't. */
    public @Nullable String exportName(MprapiFunction function) {
        return exports.get(function);
    }

    /** Where it came from, as Windows has it. */
    public String path() {
        return path;
    }

    /** Its version, such as {@code 10.0.20348.1}; {@code null} if that isn't known. */
    public @Nullable String version() {
        return version;
    }
}
