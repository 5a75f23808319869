package vn.toancanh.app.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.doctor.Finding;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.app.status.StatusSocket;
import vn.toancanh.base.Clock;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Texts;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.store.ClientDatabase;

class SupportRunTest {
    private static final String TOKEN = "tca_c3VwcG9ydC1idW5kbGUtYWNjZXNzLXRva2Vu";
    private static final String REFRESH = "tcr_c3VwcG9ydC1idW5kbGUtcmVmcmVzaC10b2tlbg";
    private static final String DIGEST = "6629fae49393a05397450978507c4ef1";
    private static final List<Finding> FINDINGS =
            List.of(new Finding("disk", Finding.State.WARNING, "10 MB", "make room at smb://ops:hunter2@nas/disk"));

    /** What may be in no entry: what the test plants, and what a server and its cameras have of their own. */
    private static final List<String> SECRETS = List.of(
            "hunter2", TOKEN, REFRESH, DIGEST, ServerFixture.PASSWORD, "mat-khau-", "PATH-secret", "in-the-heap");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Surroundings given(Language language) {
        return new Surroundings(
                new Folders(
                        folder.resolve("data"),
                        folder.resolve("cache"),
                        folder.resolve("state"),
                        folder.resolve("run")),
                new Texts(language),
                Clock.SYSTEM,
                ChildJvm.asThisOne(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private int run(Language language, Path target, Optional<Path> data) {
        return new SupportRun(given(language), () -> FINDINGS).run(Optional.of(target), data);
    }

    private static Map<String, String> entries(Path zip) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                entries.put(
                        entry.getName(), new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private void plantLogs() throws IOException {
        Path state = Files.createDirectories(folder.resolve("state"));
        Files.writeString(state.resolve("client.log"), """
                2026-11-25T22:53:32Z WARN [POOL] opening rtsp://viewer:hunter2@10.0.0.7/main?sig=hunter2
                2026-11-25T22:53:32Z WARN [NET] sent Authorization: Bearer %s
                2026-11-25T22:53:32Z WARN [NET] {"refreshToken":"%s","password":"a \\"hunter2"}
                2026-11-25T22:53:33Z WARN [NET] mật khẩu: hunter2
                2026-11-25T22:53:33Z WARN [NET] the camera at number 12 is lost
                """.formatted(TOKEN, REFRESH));
        Files.writeString(state.resolve("server.2.log"), "tokens " + TOKEN + " then " + REFRESH + "\n");
        Files.writeString(
                state.resolve("worker-1.log.old"),
                "Digest username=\"viewer\", response=\"" + DIGEST + "\"\nresponse=\"" + DIGEST + "\"\n");
        Files.writeString(state.resolve("worker-2-crash.log"), """
                # SIGSEGV (0xb) at pc=0x00007f, pid=12
                Native frames: (J=compiled Java code, C=native code)
                C  [libavcodec.so+0x1]

                Register to memory mapping:

                RAX=0x1 is an oop: java.lang.String
                 - string: "in-the-heap"

                Dynamic libraries:
                libvlc.so

                Environment Variables:
                PATH=/PATH-secret
                """);
        Files.writeString(state.resolve("demo.secret"), "hunter2");
    }

    private void plantSettings() {
        ManualClock clock = new ManualClock();
        try (ClientDatabase database =
                ClientDatabase.open(folder.resolve("data"), new ManualLane(clock), clock, failure -> {})) {
            database.preferences().save("signIn.server", "https://ops:hunter2@may-chu:8088/?token=hunter2");
            database.preferences().save("panel.width", "280.0");
        }
    }

    @Test
    void holdsWhatHelpsAndNoSecret() throws IOException {
        plantLogs();
        plantSettings();
        Path data = folder.resolve("central");
        try (ServerFixture server = ServerFixture.start(data)) {
            server.server
                    .inventory()
                    .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 7));
            server.desk("operator");
            StatusReport report = new StatusReport(
                    7, "http://127.0.0.1:1/?auth=hunter2", "an", "ONLINE", "", 40, 12, List.of(), List.of(), List.of());
            long own = ProcessHandle.current().pid();
            try (StatusSocket socket = StatusSocket.open(folder.resolve("run"), own, answer -> answer.accept(report))) {
                assertThat(socket).isNotNull();
                assertThat(run(Language.EN, folder.resolve("x.zip"), Optional.of(data)))
                        .isEqualTo(Exit.DONE);
            }
        }
        Map<String, String> entries = entries(folder.resolve("x.zip"));
        for (String secret : SECRETS) {
            entries.forEach((name, text) -> {
                assertThat(name).doesNotContain(secret);
                assertThat(text).as(name).doesNotContain(secret);
            });
        }
        long own = ProcessHandle.current().pid();
        assertThat(entries.keySet())
                .containsExactlyInAnyOrder(
                        "README.txt",
                        "machine.json",
                        "doctor.txt",
                        "doctor.json",
                        "status.json",
                        "threads/client-" + own + ".txt",
                        "databases/client.db.json",
                        "databases/server/central.db.json",
                        "files.txt",
                        "logs/client.log",
                        "logs/server.2.log",
                        "logs/worker-1.log.old",
                        "logs/worker-2-crash.log");
        assertThat(entries.get("machine.json")).contains("\"program\"", "\"java\"");
        assertThat(entries.get("doctor.txt")).contains("10 MB", "→ make room at smb://***@nas/disk");
        assertThat(entries.get("status.json")).contains("\"ONLINE\"");
        assertThat(entries.get("threads/client-" + own + ".txt")).contains("Thread.print", "\"main\"", "GC.heap_info");
        assertThat(entries.get("databases/client.db.json"))
                .contains("\"panel.width\" : \"280.0\"", "\"preference\" : 2");
        assertThat(entries.get("databases/server/central.db.json"))
                .containsPattern("\"schema\" : \\d+,")
                .contains("\"camera\" : 7", "\"stream\" : 14")
                .doesNotContain("settings", "10.0.");
        assertThat(entries.get("files.txt")).contains("client.db", "demo.secret");
        assertThat(entries.get("logs/client.log")).contains("the camera at number 12 is lost", "rtsp://***@10.0.0.7");
        assertThat(entries.get("logs/worker-2-crash.log")).contains("SIGSEGV", "libavcodec", "libvlc.so");
        assertThat(entries.get("README.txt")).contains("Left out are:").doesNotContain("Could not be had");
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Written: " + folder.resolve("x.zip"));
    }

    @Test
    void goesOnWithoutAClientAndWhatElseIsMissingAndSaysSo() throws IOException {
        Files.createDirectories(folder.resolve("data/odd"));
        Files.writeString(folder.resolve("data/odd/client.db"), "this is no database, password=hunter2".repeat(100));
        assertThat(run(Language.VI, folder.resolve("x.zip"), Optional.of(folder.resolve("nowhere"))))
                .isEqualTo(Exit.DONE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Không có màn hình trực nào đang chạy");
        Map<String, String> entries = entries(folder.resolve("x.zip"));
        assertThat(entries.get("README.txt"))
                .startsWith("Toàn Cảnh: tệp hỗ trợ")
                .contains("Không lấy được:", "Không có màn hình trực nào", "odd/client.db", "server/central.db")
                .doesNotContain("hunter2");
        assertThat(entries).containsKeys("machine.json", "doctor.txt", "status.json", "files.txt");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void replacesWhatIsThereForItsOwnerAloneAndLeavesNothingBeside() throws IOException {
        Path zip = Files.writeString(folder.resolve("x.zip"), "before");
        run(Language.EN, zip, Optional.empty());
        assertThat(entries(zip)).containsKey("README.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).doesNotContain(".x.zip.part").noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aFolderGetsAFileNamedByTheTime() throws IOException {
        Path into = Files.createDirectories(folder.resolve("into"));
        run(Language.EN, into, Optional.empty());
        assertThat(into.toFile().list())
                .hasSize(1)
                .allMatch(name -> name.matches("toan-canh-support-[\\d-]{15}\\.zip"));
    }

    @Test
    void saysWhatIsWrongWithThePlace() throws IOException {
        assertRefused(folder.resolve("nowhere/x.zip"), "There is no folder " + folder.resolve("nowhere"));
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused(file.resolve("x.zip"), "There is no folder " + file);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheFolderMayNotBeWritten() {
        // nobody may make files there, root neither
        assertRefused(Path.of("/proc/x.zip"), "/proc/x.zip cannot be written. Choose another place");
    }

    private void assertRefused(Path target, String words) {
        assertThatThrownBy(() -> run(Language.EN, target, Optional.empty()))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        refused -> assertThat(new Texts(Language.EN).of(refused.failure()))
                                .startsWith(words));
    }

    @Test
    void nothingIsLeftOfABundleThatIsNotFinished() throws IOException {
        Path into = Files.createDirectories(folder.resolve("into"));
        try (Bundle bundle = Bundle.begin(into.resolve("x.zip"))) {
            bundle.add("a", "b");
            assertThat(into).isNotEmptyDirectory();
        }
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void ofALongLogTheEndIsReadFromAWholeLineOn() throws IOException {
        Path log = folder.resolve("client.log");
        String line = "password=hunter2 and ninety-nine more words of what happened at that time on this wall\n";
        Files.writeString(log, line.repeat(40_000) + "the end\n");
        String text = LogFiles.read(log);
        assertThat(text)
                .doesNotContain("hunter2")
                .startsWith("…\npassword=*** and")
                .endsWith("the end\n");
        assertThat(text.length()).isLessThan((int) LogFiles.MOST_OF_ONE + 100);
    }
}
