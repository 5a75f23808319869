package vn.toancanh.app;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;

/**
 * Where things are kept on this machine, by the XDG base directory rules where there are any, else by the system's own
 * habits.
 *
 * @param data what must not be lost: settings, last wall, kept catalogue
 * @param cache what can be made again: coded clips
 * @param state logs
 * @param runtime sockets and password files of running processes
 */
public record Folders(Path data, Path cache, Path state, Path runtime) {
    private static final String NAME = "toan-canh";

    /**
     * The folders of this user; none is made yet.
     *
     * @param environment the process's variables
     * @param home the user's home folder
     * @param system {@code os.name}
     */
    public static Folders of(Map<String, String> environment, Path home, String system) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
            Path own = local.resolve("ToanCanh");
            return new Folders(own.resolve("data"), own.resolve("cache"), own.resolve("state"), own.resolve("run"));
        }
        if (os.contains("mac")) {
            Path library = home.resolve("Library");
            Path own = library.resolve("Application Support/ToanCanh");
            return new Folders(
                    own, library.resolve("Caches/ToanCanh"), library.resolve("Logs/ToanCanh"), own.resolve("run"));
        }
        Path data = folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"));
        Path cache = folder(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
        Path state = folder(environment, "XDG_STATE_HOME", home.resolve(".local/state"));
        Path runtime = folder(environment, "XDG_RUNTIME_DIR", state.resolve(NAME));
        return new Folders(data.resolve(NAME), cache.resolve(NAME), state.resolve(NAME), runtime.resolve(NAME));
    }

    /** A variable counts only where it names an absolute path, as the XDG rules say. */
    private static Path folder(Map<String, String> environment, String variable, Path fallback) {
        String value = environment.getOrDefault(variable, "");
        return !value.isBlank() && Path.of(value).isAbsolute() ? Path.of(value) : fallback;
    }

    /** Lets its owner alone read and write a file, where the file system knows of owners. */
    public static void ownerOnly(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Makes a folder that only its user may enter, and those above it. */
    public static Path madePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }
}
