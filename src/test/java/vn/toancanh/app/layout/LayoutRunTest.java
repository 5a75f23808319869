package vn.toancanh.app.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.command.CommandLines;
import vn.toancanh.app.status.PrivateSocket;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.catalogue.Cities;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallState;

/** {@code ./wall layout} at a wall of two windows, by a real socket. */
class LayoutRunTest {
    private static final String FILE = "name: Ca đêm\nshape: 2x1\ntiles:\n  1: 1202\n  2: 1203\n";

    /** Walls without a client around them. */
    private static final class Walls implements WallHands {
        final List<Layout> windows = new ArrayList<>(List.of(wall("c-1", "c-2", "c-4"), wall("c-4")));
        List<Integer> order = List.of(1, 2);
        String trouble = "";
        boolean meanwhile;
        int applied;

        private final CatalogueSnapshot cameras = CatalogueSnapshot.of(Cities.contents(
                List.of(Cities.site("s", null, "Phường")),
                Cities.camera("c-1", 1201, "Tràng Tiền", "s"),
                Cities.camera("c-2", 1202, "Hồ Gươm", "s"),
                Cities.camera("c-3", 1203, "Cầu Giấy", "s"),
                Cities.camera("c-4", null, "Ngõ", "s")));

        private static Layout wall(String... cameras) {
            WallState wall = WallState.empty(GridShape.uniform(3, 1));
            for (int i = 0; i < cameras.length; i++) {
                wall = WallEdits.place(wall, i, new CellContent.OfCamera(new CameraId(cameras[i]), StreamChoice.AUTO));
            }
            return wall.layout();
        }

        @Override
        public void look(Consumer<Seen> answer) {
            answer.accept(new Seen(trouble, windows, order, cameras));
            if (meanwhile) {
                windows.set(0, wall("c-3"));
            }
        }

        @Override
        public void apply(Seen seen, Map<Integer, Layout> layouts, Consumer<Boolean> answer) {
            boolean same = seen.windows().equals(windows);
            if (same) {
                layouts.forEach((number, layout) -> windows.set(number - 1, layout));
                applied++;
            }
            answer.accept(same);
        }
    }

    @TempDir
    Path folder;

    private final Walls walls = new Walls();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Handle socket = Handle.NONE;

    @BeforeEach
    void open() throws IOException {
        socket = LayoutSocket.open(folder, ProcessHandle.current().pid(), walls);
    }

    @AfterEach
    void close() {
        socket.close();
        assertThat(PrivateSocket.all(folder, "layout")).isEmpty();
    }

    private int run(Language language, String... words) {
        out.reset();
        err.reset();
        Surroundings given = new Surroundings(
                new Folders(folder, folder, folder, folder),
                new Texts(language),
                Clock.SYSTEM,
                ChildJvm.asThisOne(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        List<String> all = new ArrayList<>(List.of("layout"));
        all.addAll(List.of(words));
        return CommandLines.run(given, all);
    }

    private List<String> said() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void whatIsNoFileIsToldAndTheOthersAreCheckedAllTheSame() throws IOException {
        String right = file("a.yaml", FILE);
        String inside = Files.createDirectory(folder.resolve("b.yaml")).toString();
        String gone = folder.resolve("c.yaml").toString();
        String cut = file("d.yaml", "# Ca đêm, phòng trực");
        assertThat(run(Language.VI, "check", inside, gone, cut, right)).isEqualTo(Exit.FAILED);
        assertThat(said())
                .containsExactly(
                        inside + ": Đây là thư mục, không phải tệp.",
                        gone + ": Không có tệp này.",
                        cut + ": Tệp chỉ có chú thích, không có bố cục nào; có thể tệp đã bị cắt ngang.",
                        right + ": đúng. \"Ca đêm\", 1 màn hình, 2 ô có nội dung.");
        assertThat(complained()).isEmpty();
    }

    @Test
    void aFileThatIsRightIsSaidToBe() throws IOException {
        String file = file("a.yaml", FILE);
        assertThat(run(Language.VI, "check", file)).isEqualTo(Exit.DONE);
        assertThat(said()).containsExactly(file + ": đúng. \"Ca đêm\", 1 màn hình, 2 ô có nội dung.");
        assertThat(run(Language.EN, "check", file)).isEqualTo(Exit.DONE);
        assertThat(said()).containsExactly(file + ": right. \"Ca đêm\", 1 screen, 2 tiles with something in them.");
    }

    @Test
    void faultsAreToldByFileLineAndColumnOfEveryFile() throws IOException {
        String one = file("a.yaml", FILE.replace("2: 1203", "3: 1203"));
        String newer = file("b.yaml", "format: 2\n" + FILE);
        assertThat(run(Language.VI, "check", one, newer)).isEqualTo(Exit.FAILED);
        assertThat(said())
                .containsExactly(
                        one + ":5:3: Không có ô \"3\"; các ô ở đây là 1 đến 2.",
                        newer
                                + ":1:9: Tệp theo định dạng 2, mới hơn chương trình này (đến 1). Tệp để nguyên; hãy nâng cấp"
                                + " chương trình.");
        assertThat(Path.of(newer)).hasContent("format: 2\n" + FILE);
        assertThat(run(Language.EN, "plan", folder.resolve("none").toString())).isEqualTo(Exit.USAGE);
        assertThat(run(Language.EN, "check")).isEqualTo(Exit.USAGE);
        assertThat(run(Language.EN)).isEqualTo(Exit.USAGE);
        for (String verb : List.of("plan", "apply", "diff")) {
            assertThat(run(Language.EN, verb, one)).isEqualTo(Exit.FAILED);
            assertThat(said().getFirst()).startsWith(one + ":5:3: ");
        }
        assertThat(walls.applied).isZero();
    }

    @Test
    void twoFilesThatSayTheSameDoNotDifferWhateverTheyLookLike() throws IOException {
        String one = file("a.yaml", "# chú thích\n" + FILE);
        String other = file(
                "b.json",
                "{\"name\":\"Ca đêm\",\"grid\":{\"columns\":2,\"rows\":1},\"cells\":["
                        + "{\"x\":0,\"y\":0,\"w\":1,\"h\":1,\"content\":{\"type\":\"camera\",\"number\":1202}},"
                        + "{\"x\":1,\"y\":0,\"w\":1,\"h\":1,\"content\":{\"type\":\"camera\",\"number\":1203}}]}");
        assertThat(run(Language.EN, "diff", one, other)).isEqualTo(Exit.DONE);
        assertThat(said()).isEmpty();
        String third = file(
                "c.yaml", FILE.replace("1203", "{camera: 1203, role: main}").replace("đêm", "ngày"));
        assertThat(run(Language.EN, "diff", one, third)).isEqualTo(Exit.FAILED);
        assertThat(said())
                .containsExactly(
                        "- name: Ca đêm", "+ name: Ca ngày", "- tile 2: 1203", "+ tile 2: {camera: 1203, role: main}");
    }

    @Test
    void aPlanSaysWhatWouldBecomeOfTheWallAndChangesNothing() throws IOException {
        List<Layout> before = List.copyOf(walls.windows);
        String file = file("a.yaml", FILE.replace("2x1", "2x2") + "  3: 1299\n  4: {carousel: [1201, 1203]}\n");
        assertThat(run(Language.EN, "plan", file)).isEqualTo(Exit.DONE);
        assertThat(said())
                .containsExactly(
                        "Window 1: 3x1 → 2x2. Opens 3, moves 1, shows otherwise 0, keeps 0, closes 2.",
                        "  > tile 1: 1202 Hồ Gươm, from tile 2",
                        "  + tile 2: 1203 Cầu Giấy",
                        "  + tile 3: 1299",
                        "  + tile 4: 2 cameras in turns: 1201 Tràng Tiền, 1203 Cầu Giấy",
                        "  - tile 1: 1201 Tràng Tiền",
                        "  - tile 3: Ngõ");
        assertThat(complained()).contains("Not there, or not to be seen here: 1299.");
        assertThat(walls.windows).isEqualTo(before);
        assertThat(run(Language.VI, "plan", file, "--window", "2")).isEqualTo(Exit.DONE);
        assertThat(said().getFirst())
                .isEqualTo("Cửa sổ 2: 3x1 → 2x2. Mở 4, chuyển chỗ 0, đổi cách xem 0, giữ nguyên 0, đóng 1.");
    }

    @Test
    void applyingBringsAllOfItAndThenNothingDiffers() throws IOException {
        String file = file(
                "a.yaml",
                "name: Ca đêm\nscreens:\n- {number: 1, shape: 2x1, tiles: {1: 1202}}\n- {number: 2, shape: 1x1}\n");
        assertThat(run(Language.EN, "diff", file)).isEqualTo(Exit.FAILED);
        assertThat(said()).contains("- screen 1 shape: 3x1", "+ screen 1 shape: 2x1", "- screen 2 tile 1: c-4");
        assertThat(run(Language.EN, "apply", file)).isEqualTo(Exit.DONE);
        assertThat(said().getLast()).isEqualTo("\"Ca đêm\" is applied.");
        assertThat(walls.applied).isEqualTo(1);
        assertThat(walls.windows.get(0).cells().getFirst().content())
                .isEqualTo(new CellContent.OfCamera(new CameraId("c-2"), StreamChoice.AUTO));
        assertThat(walls.windows.get(1).cells()).hasSize(1);
        assertThat(run(Language.EN, "diff", file)).isEqualTo(Exit.DONE);
        assertThat(run(Language.EN, "plan", file)).isEqualTo(Exit.DONE);
        assertThat(said()).containsExactly("Window 1: nothing changes.", "Window 2: nothing changes.");
    }

    /** The main window, number 1, is on the monitor on the right. */
    @Test
    void screensOfAFileAreMonitorsFromTheLeftWhicheverWindowIsOpenedFirst() throws IOException {
        walls.order = List.of(2, 1);
        String file = file(
                "a.yaml",
                "name: Ca đêm\nscreens:\n- {number: 1, shape: 2x1, tiles: {1: 1202}}\n- {number: 2, shape: 1x1}\n");
        assertThat(run(Language.EN, "diff", file)).isEqualTo(Exit.FAILED);
        assertThat(said()).contains("- screen 1 tile 1: c-4", "+ screen 2 shape: 1x1");
        assertThat(run(Language.EN, "plan", file)).isEqualTo(Exit.DONE);
        assertThat(said().getFirst()).startsWith("Window 1 (monitor 2 from the left): 3x1 → 1x1.");
        assertThat(run(Language.EN, "apply", file)).isEqualTo(Exit.DONE);
        assertThat(walls.windows.get(1).cells().getFirst().content())
                .isEqualTo(new CellContent.OfCamera(new CameraId("c-2"), StreamChoice.AUTO));
        assertThat(walls.windows.get(0).cells()).hasSize(1);
        assertThat(run(Language.EN, "export")).isEqualTo(Exit.DONE);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.indexOf("1202")).isBetween(text.indexOf("number: 1"), text.indexOf("number: 2"));
        assertThat(run(Language.EN, "diff", file("b.yaml", text))).isEqualTo(Exit.DONE);
        String three = file("c.yaml", "name: A\nscreens:\n- {number: 3, shape: 1x1}\n");
        assertThat(run(Language.EN, "plan", three)).isEqualTo(Exit.FAILED);
        assertThat(complained()).contains("no window 3; it has 2");
        String single = file("d.yaml", FILE);
        assertThat(run(Language.EN, "plan", single, "--window", "1")).isEqualTo(Exit.DONE);
        assertThat(said().getFirst()).as("a window is called by its number").startsWith("Window 1 (monitor 2");
    }

    @Test
    void aWallThatHasChangedSinceThePlanIsLeftAlone() throws IOException {
        String file = file("a.yaml", FILE);
        walls.meanwhile = true;
        assertThat(run(Language.EN, "apply", file)).isEqualTo(Exit.FAILED);
        assertThat(complained()).contains("The wall has changed since it was looked at. Nothing was changed");
        assertThat(walls.applied).isZero();
    }

    @Test
    void nothingIsDoneAtALockedDeskNorWithoutAWindowNorWithoutAClient() throws IOException {
        String file = file("a.yaml", FILE);
        walls.trouble = "layout.locked";
        assertThat(run(Language.EN, "apply", file)).isEqualTo(Exit.FAILED);
        assertThat(complained()).contains("The desk is locked. Nothing was changed.");
        assertThat(run(Language.EN, "export")).isEqualTo(Exit.DONE);
        walls.trouble = "";
        assertThat(run(Language.EN, "apply", file, "--window", "3")).isEqualTo(Exit.FAILED);
        assertThat(complained()).contains("no window 3; it has 2");
        assertThat(run(Language.EN, "apply", file, "--window", "0")).isEqualTo(Exit.USAGE);
        socket.close();
        assertThat(run(Language.EN, "apply", file)).isEqualTo(Exit.FAILED);
        assertThat(complained()).contains("No operator screen is running");
        assertThat(walls.applied).isZero();
    }

    @Test
    void whatIsExportedIsAFileThatDiffersInNothing() throws IOException {
        assertThat(run(Language.EN, "export", "--name", "Ca ngày")).isEqualTo(Exit.DONE);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("format: 1\nname: Ca ngày\n")
                .contains("1: 1201  # Tràng Tiền\n", "3: c-4  # Ngõ\n");
        assertThat(run(Language.EN, "diff", file("a.yaml", text))).isEqualTo(Exit.DONE);
    }

    @Test
    void aQuestionThatIsNoneIsAnsweredAndTheNextOneToo() throws IOException {
        Path door = PrivateSocket.all(folder, "layout").getFirst();
        for (String words : List.of("{", "{}", "[]", "{\"verb\":\"DANCE\"}", "x".repeat(100_000))) {
            byte[] answer =
                    PrivateSocket.call(door, words.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(10), 1 << 20);
            assertThat(new String(answer, StandardCharsets.UTF_8)).contains("layout.otherVersion");
        }
        assertThat(run(Language.EN, "export")).isEqualTo(Exit.DONE);
    }
}
