package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.Exit;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.SteeredDesk;
import vn.toancanh.app.testing.Terminal;
import vn.toancanh.app.testing.VirtualMonitors;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/**
 * A day as people have it who are new here, with the processes and windows that they have: a wall of four monitors is built and saved,
 * comes back after client and server were killed, is loaded at a second desk, gets a scene from there, and the shift is handed over.
 *
 * <p>With {@code -Dpictures=docs/pictures} it is told in every language and takes the guide's pictures of it on the way.
 */
@Tag("slow")
class TwoDesksTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration CODING = Duration.ofMinutes(8);
    private static final int MONITORS = 4;
    private static final int EACH = 4;
    private static final int FIRST = 1201;
    private static final String PICTURES = "pictures";
    private static final int WIDE = 1120;

    private static final String WALL = "Phòng trực";
    private static final String MORNING = "Giờ cao điểm sáng";
    private static final String BRIDGES = "Cửa ngõ phía đông";
    private static final String OUTGOING = "Nguyễn Văn An";
    private static final String INCOMING = "Trần Thị Bình";
    private static final String PASSWORD = "ca-truc-sang-hom-nay";

    @TempDir
    Path folder;

    private final List<Terminal> terminals = new ArrayList<>();

    @AfterEach
    void endWhateverIsLeft() {
        terminals.forEach(Terminal::close);
    }

    @Test
    void aWallIsBuiltComesBackIsSharedAndHandedOver() throws Exception {
        boolean taken = !System.getProperty(PICTURES, "").isEmpty();
        for (Language language : taken ? Language.values() : new Language[] {Language.VI}) {
            new Day(language, Files.createDirectory(folder.resolve(language.name())))
                    .tell(taken ? Path.of(System.getProperty(PICTURES)) : Files.createDirectories(folder.resolve("p")));
            terminals.forEach(Terminal::close);
        }
    }

    /** The story in one language. */
    private final class Day {
        private final Language language;
        private final Texts texts;
        private final Path here;
        private final Terminal machine;
        private String address = "";
        private String pin = "";
        private Path admin = Path.of(".");

        Day(Language language, Path here) {
            this.language = language;
            this.texts = new Texts(language);
            this.here = here;
            this.machine = terminal(here);
        }

        private Terminal terminal(Path folder) {
            Terminal made = new Terminal(folder);
            terminals.add(made);
            return made;
        }

        private String tag() {
            return language.name().toLowerCase(Locale.ROOT);
        }

        private Path picture(Path pictures, String name) {
            return pictures.resolve(name + "-" + tag() + ".jpg");
        }

        private Command serve(int port) throws IOException {
            return machine.start(
                    "server",
                    "--data",
                    here.resolve("served").toString(),
                    "--port",
                    Integer.toString(port),
                    "--streams",
                    "direct",
                    "--lang",
                    "en");
        }

        private List<String> as(String user, Path password) {
            return List.of(
                    "--server",
                    address,
                    "--pin",
                    pin,
                    "--user",
                    user,
                    "--password-file",
                    password.toString(),
                    "--lang",
                    "en");
        }

        private void done(String... words) throws Exception {
            List<String> all = new ArrayList<>(List.of(words));
            all.addAll(as("admin", admin));
            Command command = machine.start(all.toArray(String[]::new));
            assertThat(command.await(SOON)).as(command::err).isEqualTo(Exit.DONE);
        }

        private Command city() throws Exception {
            Path list = here.resolve("cameras.csv");
            Command simulated = machine.start(
                    "simulate", "--cameras", Integer.toString(MONITORS * EACH), "--list", list.toString());
            Command server = serve(0);
            address = server.awaitOut("listens at (https:\\S+);", SOON);
            pin = server.awaitOut("SHA-256 fingerprint of the certificate: (\\S+)", SOON);
            admin = Files.writeString(
                    here.resolve("admin"), server.awaitOut("password \\(shown only this once\\): (\\S+)", SOON) + "\n");
            machine.waitFor(
                    "scenes", CODING, () -> simulated.err().lines().anyMatch(line -> line.matches(".* (\\d+)/\\1")));
            done("import", list.toString());
            Path first = Files.writeString(here.resolve("first"), PASSWORD + "\n");
            for (List<String> each : List.of(List.of("an", OUTGOING), List.of("binh", INCOMING))) {
                done(
                        "admin",
                        "users",
                        "add",
                        each.getFirst(),
                        "--role",
                        "administrator",
                        "--name",
                        each.getLast(),
                        "--new-password-file",
                        first.toString());
            }
            return server;
        }

        /** Starts the client as a desk does, and signs in at its form. */
        private SteeredDesk desk(Terminal at, String user, String... more) throws Exception {
            List<String> words = new ArrayList<>(List.of("--server", address, "--pin", pin, "--lang", tag()));
            words.addAll(List.of(more));
            return SteeredDesk.open(at, words)
                    .fills(texts.get("login.user"), user)
                    .fills(texts.get("login.password"), PASSWORD)
                    .clicks(texts.get("login.enter"));
        }

        private StatusReport once(Terminal at, String what, Predicate<StatusReport> holds) throws Exception {
            at.waitFor(
                    what + "; status " + at.report(),
                    SOON,
                    () -> at.report().filter(holds).isPresent());
            return at.report().orElseThrow();
        }

        private static boolean allLive(StatusReport report, int tiles) {
            return report.tiles().size() == tiles
                    && report.tiles().stream().allMatch(tile -> tile.live() && tile.width() > 0);
        }

        /** "DUMMY1 at 1280: 1=c-5, 2=c-6 …": what must come back. */
        private static List<String> standing(StatusReport report) {
            return report.windows().stream()
                    .map(window -> window.home() + " at " + window.x() + ": "
                            + report.tiles().stream()
                                    .filter(tile -> tile.window() == window.number())
                                    .map(tile -> tile.number() + "=" + tile.camera())
                                    .toList())
                    .toList();
        }

        private void build(SteeredDesk desk) throws Exception {
            desk.presses("CONTROL+K").types(language == Language.VI ? "moi man hinh" : "every monitor");
            desk.clicks(texts.get("shell.monitorsAll"));
            once(machine, "four windows", report -> report.windows().size() == MONITORS);
            for (int monitor = MONITORS; monitor >= 1; monitor--) {
                desk.window(monitor).presses("CONTROL+DIGIT2");
            }
            for (int i = 0; i < MONITORS * EACH; i++) {
                desk.types((i / EACH + 1) + "." + (i % EACH + 1) + "/" + (FIRST + i))
                        .presses("ENTER");
            }
        }

        void tell(Path pictures) throws Exception {
            new VirtualMonitors(machine, here, MONITORS, "1280x720");
            Command server = city();

            // a wall of four monitors is built
            SteeredDesk first = desk(machine, "an", "--wall", WALL);
            first.sees(texts.get("shell.nothingShown"));
            build(first);
            List<String> built = standing(once(machine, "all live", report -> allLive(report, MONITORS * EACH)));
            first.picture(WIDE, picture(pictures, "day-built"));

            // and saved: what stands before one as a layout, all of it as a scene
            first.presses("CONTROL+S").fills(texts.get("layouts.name"), BRIDGES);
            first.clicks(texts.get("layouts.city")).picture(WIDE, picture(pictures, "day-save"));
            first.clicks(texts.get("layouts.save"));
            first.presses("CONTROL+W").sees(texts.get("walls.liveShort", EACH, EACH));
            first.fills(texts.get("walls.sceneName"), MORNING);
            first.clicks(texts.get("walls.save")).sees(texts.get("walls.sceneSaved", MORNING, MONITORS));
            first.presses("CONTROL+W");

            // what was changed last is kept half a second later; then client and server are killed
            Thread.sleep(2000);
            first.command().process().destroyForcibly().waitFor();
            server.process().destroyForcibly().waitFor();
            serve(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)))
                    .awaitOut("listens", SOON);
            SteeredDesk again = desk(machine, "an", "--wall", WALL);
            StatusReport back = once(machine, "the wall of before", report -> allLive(report, MONITORS * EACH));
            assertThat(standing(back)).isEqualTo(built);
            again.picture(WIDE, picture(pictures, "day-back"));

            // a second desk loads it
            Path there = Files.createDirectory(here.resolve("second"));
            Terminal beside = terminal(there);
            new VirtualMonitors(beside, there, 1, "1920x1080");
            SteeredDesk second = desk(beside, "binh");
            second.sees(texts.get("shell.nothingShown")).presses("F3");
            second.clicks(BRIDGES).sees(texts.get("layouts.versions")).picture(WIDE, picture(pictures, "day-load"));
            second.clicks(texts.get("layouts.open"));
            StatusReport loaded = once(beside, "its tiles", report -> allLive(report, EACH));
            assertThat(cameras(loaded, 1)).isEqualTo(cameras(back, 1));

            // and brings the scene to the first one's wall, which shows other things by then
            again.window(1).types("1.1/" + (FIRST + MONITORS * EACH - 1)).presses("ENTER");
            // All that happens there is over, so that whoever looks sees what stands: a wall that changes meanwhile
            // takes no scene.
            once(
                    machine,
                    "another wall",
                    report -> !standing(report).equals(built) && allLive(report, MONITORS * EACH));
            second.presses("CONTROL+W")
                    .sees(texts.get("walls.liveShort", EACH, EACH))
                    .sees(WALL);
            second.clicks(MORNING).clicksUntil(texts.get("walls.push"), texts.get("walls.pushed", WALL));
            second.picture(WIDE, picture(pictures, "day-pushed-from"));
            second.presses("CONTROL+W");
            StatusReport pushed =
                    once(machine, "the scene", report -> standing(report).equals(built));
            assertThat(IntStream.rangeClosed(1, MONITORS).mapToObj(window -> cameras(pushed, window)))
                    .isEqualTo(IntStream.rangeClosed(1, MONITORS)
                            .mapToObj(window -> cameras(back, window))
                            .toList());
            again.sees(INCOMING);
            once(machine, "all live again", report -> allLive(report, MONITORS * EACH));
            again.picture(WIDE, picture(pictures, "day-pushed"));

            // the shift is handed over, and signed at the other desk
            again.presses("CONTROL+H").fills(texts.get("shift.comment"), comment());
            again.clicks(texts.get("shift.handOver")).sees(texts.get("shift.unsigned"));
            second.presses("CONTROL+H").sees(texts.get("shift.heldWall", WALL));
            second.clicks(texts.get("shift.unsigned"));
            second.fills(texts.get("shift.signer"), "binh").fills(texts.get("shift.signerPassword"), PASSWORD);
            second.clicks(texts.get("shift.takeOver")).sees(texts.get("shift.signedBy", INCOMING));
            second.picture(WIDE, picture(pictures, "day-handed-over"));
        }

        private String comment() {
            return language == Language.VI
                    ? "Cầu Vĩnh Tuy ùn từ 7 giờ, đã báo đội 4. Camera 1207 hay mất hình."
                    : "Vĩnh Tuy bridge is jammed since seven, team 4 knows. Camera 1207 drops out now and then.";
        }

        private static List<String> cameras(StatusReport report, int window) {
            return Stream.of(report)
                    .flatMap(each -> each.tiles().stream())
                    .filter(tile -> tile.window() == window)
                    .map(tile -> tile.number() + "=" + tile.camera())
                    .toList();
        }
    }
}
