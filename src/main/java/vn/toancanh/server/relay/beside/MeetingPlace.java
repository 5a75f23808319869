package vn.toancanh.server.relay.beside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.toancanh.server.store.DataFolder;

/**
 * The folder where a server finds the relay of its data: a socket's name holds the number of the process that listens there.
 * Nobody but the owner may enter it.
 */
final class MeetingPlace {
    /** The longest path of a socket, bytes: {@code sun_path} of unix(7) has 108, of other systems 104, its end included. */
    private static final int LONGEST = 100;

    private static final Pattern NAME = Pattern.compile("relay-(\\d{1,18})\\.sock");
    private static final int MARK = 8;

    private MeetingPlace() {}

    /**
     * Among the data where the path is short enough, else in the folder for what runs.
     *
     * @return empty where both are too long
     * @throws IOException where it cannot be made
     */
    static Optional<Path> of(Path data, Path runtime) throws IOException {
        Path whole = data.toAbsolutePath().normalize();
        if (fits(whole)) {
            return Optional.of(whole);
        }
        Path apart = runtime.toAbsolutePath().normalize().resolve("relay-" + mark(whole));
        if (!fits(apart)) {
            return Optional.empty();
        }
        Files.createDirectories(apart);
        DataFolder.restrict(apart, "rwx------");
        return Optional.of(apart);
    }

    private static boolean fits(Path folder) {
        return socket(folder, Integer.MAX_VALUE).toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    private static String mark(Path data) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(data.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, MARK);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    static Path socket(Path folder, long pid) {
        return folder.resolve("relay-" + pid + ".sock");
    }

    /** Sockets in that folder; some may be left of relays that were killed. */
    static List<Path> sockets(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** The process whose socket that is. */
    static long pid(Path socket) {
        Matcher named = NAME.matcher(socket.getFileName().toString());
        return named.matches() ? Long.parseLong(named.group(1)) : -1;
    }
}
