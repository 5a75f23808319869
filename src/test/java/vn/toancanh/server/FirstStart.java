package vn.toancanh.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import vn.toancanh.base.Clock;
import vn.toancanh.server.store.DataFolder;

/**
 * What a first start leaves in its folder: all tables, and the accounts of {@link ServerFixture}, with hashes that cost nothing. It is made
 * once a process, for most tests begin with it, and it takes longer than most of what they do.
 */
final class FirstStart {
    private static final class Once {
        static final Map<String, byte[]> FILES = made();

        /** The least that Argon2 takes, eight blocks. */
        private static final int MEMORY_KIB = 8;

        private static Map<String, byte[]> made() {
            try {
                Path folder = Files.createTempDirectory("first-start");
                try {
                    ServerFixture.fresh(ServerOptions.at(folder)).close();
                    cheapen(folder.resolve("central.db"));
                    Map<String, byte[]> files = new LinkedHashMap<>();
                    for (Path file : below(folder)) {
                        if (Files.isRegularFile(file)) {
                            files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                        }
                    }
                    return files;
                } finally {
                    for (Path each : below(folder).reversed()) {
                        Files.delete(each);
                    }
                }
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }

        /**
         * The same password by a hash that costs nothing to compute: a hash names its own parameters. Accounts that a test makes
         * itself, and those of {@link ServerFixture#fresh}, have the product's.
         */
        private static void cheapen(Path file) throws IOException {
            byte[] salt = new byte[16];
            byte[] hash = new byte[32];
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(MEMORY_KIB)
                    .withIterations(1)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            generator.generateBytes(ServerFixture.PASSWORD.getBytes(StandardCharsets.UTF_8), hash);
            Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
            String phc = "$argon2id$v=19$m=%d,t=1,p=1$%s$%s"
                    .formatted(MEMORY_KIB, base64.encodeToString(salt), base64.encodeToString(hash));
            try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                    PreparedStatement change = database.prepareStatement("UPDATE account SET password_hash = ?"
                            + " WHERE username IN ('administrator', 'operator', 'viewer')")) {
                change.setString(1, phc);
                if (change.executeUpdate() != 3) {
                    throw new IOException("three accounts were made");
                }
            } catch (SQLException failed) {
                throw new IOException(failed);
            }
        }

        private static List<Path> below(Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.sorted(Comparator.naturalOrder()).toList();
            }
        }
    }

    private FirstStart() {}

    /** Lays it down where there is nothing yet and time is the machine's. */
    static void into(ServerOptions options) throws IOException {
        Path folder = options.data();
        if (!options.clock().equals(Clock.SYSTEM) || (Files.exists(folder) && !isEmpty(folder))) {
            return;
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : Once.FILES.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
            DataFolder.restrict(path, "rw-------");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
