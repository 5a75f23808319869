package vn.toancanh.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The client's classes that use the library whose jar is signed are linked, as the archives have them before a program begins, without a
 * look at it: the virtual machine would check the signature of all of it first.
 */
class SignedLibraryTest {
    private static final String LIBRARY = "org.bouncycastle.";

    /** Loads everything anew, and notes what of the library it was asked for. */
    private static final class Noting extends URLClassLoader {
        final List<String> asked = new ArrayList<>();

        Noting(URL[] path) {
            super(path, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(LIBRARY)) {
                asked.add(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    private static URL[] path() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(each -> url(Path.of(each).toUri()))
                .toArray(URL[]::new);
    }

    private static URL url(URI place) {
        try {
            return place.toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Every class that a client may need and that speaks of the library; the server's are its own, and look. */
    static List<String> users() throws IOException, URISyntaxException {
        Path classes = Path.of(HashMemory.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> users = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class"))
                    .filter(each -> !each.startsWith(classes.resolve(Path.of("vn", "toancanh", "server"))))
                    .toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains("org/bouncycastle/")) {
                    String name = classes.relativize(file).toString();
                    users.add(
                            name.substring(0, name.length() - ".class".length()).replace(File.separatorChar, '.'));
                }
            }
        }
        return users;
    }

    @Test
    void thereAreSuch() throws Exception {
        assertThat(users()).contains(HashMemory.class.getName(), Argon2id.class.getName());
    }

    @ParameterizedTest
    @MethodSource("users")
    void linkingLooksAtNothingOfIt(String name) throws Exception {
        try (Noting loader = new Noting(path())) {
            Class<?> linked = Class.forName(name, true, loader);
            assertThat(linked.getClassLoader()).isSameAs(loader);
            assertThat(loader.asked).isEmpty();
        }
    }
}
