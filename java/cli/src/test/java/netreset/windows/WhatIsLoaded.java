// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import com.sun.jna.NativeLibrary;
import com.sun.jna.WString;
import java.io.File;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import netreset.rras.RasServer;

/** Says when a JVM of its own has a mprapi.dll: not after it has initialised every class of netreset's that can be. */
public final class WhatIsLoaded {
    private WhatIsLoaded() {}

    public static void main(String[] args) throws Exception {
        int classes = 0;
        List<File> jars = Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(File::new)
                .filter(file -> file.getName().startsWith("netreset-")
                        && !file.getName().endsWith("-tests.jar"))
                .toList();
        for (File jar : jars) {
            classes += initialise(jar);
        }
        System.out.println("classes " + classes);
        System.out.println("then " + isLoaded());
        try (RasServer server = Leg.connect()) {
            System.out.println("connected " + isLoaded() + " " + server.module().path());
        }
    }

    private static int initialise(File file) throws Exception {
        List<String> names;
        try (JarFile jar = new JarFile(file)) {
            names = jar.stream()
                    .map(entry -> entry.getName().replace('/', '.'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        }
        int initialised = 0;
        for (String name : names) {
            try {
                Class.forName(name);
                initialised++;
            } catch (LinkageError e) {
                // It needs a later Java, or functions of another system's library.
                System.out.println("can't be initialised here: " + name);
            }
        }
        return initialised;
    }

    private static boolean isLoaded() {
        return NativeLibrary.getInstance("kernel32")
                        .getFunction("GetModuleHandleW")
                        .invokeLong(new Object[] {new WString("mprapi.dll")})
                != 0;
    }
}
