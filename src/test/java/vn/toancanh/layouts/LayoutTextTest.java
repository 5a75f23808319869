package vn.toancanh.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.toancanh.layouts.TextDiff.Change;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallState;

/** What holds for every text, whatever wall it speaks of and however it is spoilt. */
class LayoutTextTest {
    private static final int ROUNDS = 1500;

    private static WallText read(String text) {
        LayoutReader.Read read = LayoutReader.read(text);
        assertThat(read.faults()).as(text).isEmpty();
        return read.text().orElseThrow();
    }

    @Test
    void whatIsWrittenIsReadAsTheSameAndWrittenAsTheSame() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            WallText wall = new RandomWalls(new SplittableRandom(seed)).any();
            String text = LayoutWriter.write(wall);
            assertThat(read(text)).as("seed " + seed + "\n" + text).isEqualTo(wall);
            assertThat(LayoutWriter.write(read(text))).as("seed " + seed).isEqualTo(text);
            String told = LayoutWriter.write(wall, camera -> Optional.of("tên #: \n" + camera.value()));
            assertThat(read(told)).as("seed " + seed + "\n" + told).isEqualTo(wall);
        }
    }

    @Test
    void aDifferenceIsEmptyForTheSameAndLeadsThereAndBack() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            RandomWalls walls = new RandomWalls(new SplittableRandom(seed));
            WallText before = walls.any();
            WallText after = walls.any();
            assertThat(TextDiff.between(before, before)).as("seed " + seed).isEmpty();
            List<Change> there = TextDiff.between(before, after);
            assertThat(there.isEmpty()).as("seed " + seed).isEqualTo(before.equals(after));
            assertThat(patched(before, there)).as("seed " + seed).isEqualTo(TextDiff.entries(after));
            List<Change> back = there.stream().map(LayoutTextTest::turned).toList();
            assertThat(patched(after, back)).as("seed " + seed).isEqualTo(TextDiff.entries(before));
        }
    }

    private static Change turned(Change change) {
        String first = change.after();
        String last = change.before();
        return new Change(change.place(), first, last);
    }

    private static SortedMap<TextDiff.Place, String> patched(WallText text, List<Change> changes) {
        SortedMap<TextDiff.Place, String> entries = new TreeMap<>(TextDiff.entries(text));
        for (Change change : changes) {
            String after = change.after();
            String was = after == null ? entries.remove(change.place()) : entries.put(change.place(), after);
            assertThat(was).isEqualTo(change.before());
        }
        return entries;
    }

    @Test
    void oneChangedTileIsOneChangedLine() {
        WallState wall = WallEdits.fill(
                WallState.empty(GridShape.uniform(6, 6)),
                0,
                Collections.nCopies(36, new CellContent.OfCamera(CameraNumbers.id(1201), StreamChoice.AUTO)));
        WallState changed =
                WallEdits.place(wall, 17, new CellContent.OfCamera(CameraNumbers.id(1202), StreamChoice.MAIN));
        List<String> one = lines(wall);
        List<String> other = lines(changed);
        assertThat(other).hasSameSizeAs(one);
        assertThat(other.stream().filter(line -> !one.contains(line)))
                .containsExactly("  18: {camera: 1202, role: main}");
    }

    private static List<String> lines(WallState wall) {
        return LayoutWriter.write(WallText.of("Ca đêm", Scope.CITY, List.of(wall.layout())))
                .lines()
                .toList();
    }

    @Test
    void aSpoiltTextIsEitherALayoutOrHasAFaultInIt() {
        SplittableRandom random = new SplittableRandom(5);
        String signs = "{}[]:,#&*!|>'\"%@`-? \n\t\u0000\u0007é\uD83D";
        int wrong = 0;
        for (int round = 0; round < ROUNDS; round++) {
            WallText wall = new RandomWalls(random).any();
            StringBuilder text = new StringBuilder(LayoutWriter.write(wall));
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setLength(Math.max(1, at));
                    case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
                    default -> text.deleteCharAt(at).append(' ');
                }
            }
            LayoutReader.Read read = LayoutReader.read(text.toString());
            assertThat(read.text().isEmpty())
                    .as(text.toString())
                    .isEqualTo(!read.faults().isEmpty());
            wrong += read.faults().isEmpty() ? 0 : 1;
        }
        assertThat(wrong).isGreaterThan(ROUNDS / 4);
    }

    @Test
    void bytesOfAnyKindAreNoLayoutAndNoCrash() {
        SplittableRandom random = new SplittableRandom(6);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertThat(LayoutReader.read(bytes).text()).isEmpty();
        }
    }

    @Test
    void numbersAreForPeopleAndIdsForTheWall() {
        WallText text = read("name: a\nshape: 2x1\ntiles: {1: 1201, 2: {carousel: [1202, c-9]}}\n");
        WallText known = CameraNumbers.known(
                text, number -> number == 1201 ? Optional.of(new CameraId("c-1")) : Optional.empty());
        assertThat(CameraNumbers.of(known))
                .containsExactly(new CameraId("c-1"), new CameraId("#1202"), new CameraId("c-9"));
        assertThat(CameraNumbers.numbered(
                        known, id -> id.value().equals("c-1") ? OptionalInt.of(1201) : OptionalInt.empty()))
                .isEqualTo(text);
    }

    @Test
    void namesStandBesideNumbersAndChangeNothing() {
        WallText text = read("name: a\nshape: 2x1\ntiles:\n  1: 1201\n");
        assertThat(LayoutWriter.write(text, camera -> Optional.of("Ngã tư\nSở")))
                .isEqualTo("format: 1\nname: a\nscope: private\nshape: 2x1\ntiles:\n  1: 1201  # Ngã tư Sở\n");
    }

    @Test
    void aLayoutWithoutCellsIsWrittenToo() {
        WallText text = WallText.of(new Layout(null, "a", Scope.ROLE, new Grid(3, 2), List.of(), 0));
        assertThat(read(LayoutWriter.write(text))).isEqualTo(text);
    }

    @Test
    void manyTilesAreReadInNoTime() {
        StringBuilder text = new StringBuilder("name: a\nshape: 48x48\ntiles:\n");
        for (int tile = 1; tile <= 48 * 48; tile++) {
            text.append("  ").append(tile).append(": ").append(tile).append('\n');
        }
        assertThat(read(text.toString()).shown()).isEqualTo(2304);
        assertThat(text.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(LayoutReader.LARGEST);
    }
}
