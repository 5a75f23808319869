package vn.toancanh.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.Monitor;
import vn.toancanh.wall.MonitorMatch.Found;

/** Which monitor is the one that a window was on. */
class MonitorMatchTest {
    private static final int WIDTH = 1920;

    /** The n-th from the left, from 0. */
    private static Monitor at(int place, String name, String edid) {
        return new Monitor(name, edid, place * WIDTH, 0, WIDTH, 1080);
    }

    private static List<String> match(List<Monitor> homes, List<Monitor> present, boolean anotherDesk) {
        return MonitorMatch.of(homes, present, anotherDesk).stream()
                .map(found -> found.map(MonitorMatchTest::words).orElse("-"))
                .toList();
    }

    private static String words(Found found) {
        return (found.monitor().name().isEmpty()
                        ? found.monitor().x() / WIDTH
                        : found.monitor().name())
                + " " + found.by();
    }

    @Test
    void cablesThatWereSwappedAreSeenByThePieces() {
        List<Monitor> homes = List.of(at(0, "HDMI-1", "A"), at(1, "DP-1", "B"));
        List<Monitor> swapped = List.of(at(0, "HDMI-1", "B"), at(1, "DP-1", "A"));
        assertThat(match(homes, swapped, true)).containsExactly("DP-1 EDID", "HDMI-1 EDID");
    }

    @Test
    void piecesThatAllSayTheSameAreKnownByTheirSockets() {
        List<Monitor> homes = List.of(at(0, "HDMI-1", "A"), at(1, "HDMI-2", "A"), at(2, "HDMI-3", "A"));
        List<Monitor> present = List.of(at(0, "HDMI-3", "A"), at(1, "HDMI-1", "A"), at(2, "DP-1", "A"));
        assertThat(match(homes, present, true))
                .containsExactly("HDMI-1 EDID_AND_NAME", "DP-1 EDID", "HDMI-3 EDID_AND_NAME");
        List<Monitor> two = List.of(at(0, "DP-1", "A"), at(1, "DP-2", "A"));
        assertThat(match(homes.subList(0, 2), two, false)).as("no guess").containsExactly("-", "-");
    }

    @Test
    void anotherPieceInItsSteadIsTakenByPlaceOrSocket() {
        List<Monitor> homes = List.of(at(0, "HDMI-1", "A"), at(1, "HDMI-2", "B"));
        Monitor larger = new Monitor("HDMI-2", "D", WIDTH, 0, 3840, 2160);
        assertThat(match(homes, List.of(at(0, "HDMI-1", "C"), larger), false))
                .containsExactly("HDMI-1 NAME_AND_PLACE", "HDMI-2 NAME");
    }

    @Test
    void aMonitorThatShrinksOrIsMovedIsTheSame() {
        List<Monitor> homes = List.of(at(0, "DUMMY0", ""), at(1, "DUMMY1", ""), at(2, "DUMMY2", ""));
        List<Monitor> present = List.of(
                new Monitor("DUMMY1", "", 0, 0, 640, 360),
                new Monitor("DUMMY2", "", 640, 0, WIDTH, 1080),
                at(2, "DUMMY0", ""));
        assertThat(match(homes, present, false)).containsExactly("DUMMY0 NAME", "DUMMY1 NAME", "DUMMY2 NAME");
    }

    @Test
    void whereTheSystemTellsNoNamesPlacesCount() {
        List<Monitor> homes = List.of(at(0, "", ""), at(1, "", ""), at(2, "", ""));
        assertThat(match(homes, List.of(at(2, "", ""), at(0, "", "")), false))
                .containsExactly("0 PLACE", "-", "2 PLACE");
    }

    @Test
    void anotherMonitorInThePlaceOfOneThatIsGoneIsNotTakenForIt() {
        List<Monitor> homes = List.of(at(0, "HDMI-1", ""), at(1, "HDMI-2", ""));
        assertThat(match(homes, List.of(at(0, "HDMI-1", ""), at(1, "HDMI-4", "")), true))
                .containsExactly("HDMI-1 NAME_AND_PLACE", "-");
    }

    @Test
    void onAnotherDeskTheFirstIsTakenForTheFirst() {
        List<Monitor> homes = List.of(at(1, "DP-2", ""), at(0, "DP-1", ""), at(2, "DP-3", ""));
        List<Monitor> present = List.of(at(1, "HDMI-9", "X"), at(0, "HDMI-8", "Y"));
        assertThat(match(homes, present, true)).containsExactly("HDMI-9 ORDER", "HDMI-8 ORDER", "-");
        assertThat(match(homes, present, false)).containsExactly("-", "-", "-");
    }

    /** Seeded desks: never one monitor twice, never another answer in another order, and all back where all are there. */
    @Test
    void ofAnyDeskTheOrderOfTheSystemDoesNotMatter() {
        Random random = new Random(53);
        for (int round = 0; round < 3000; round++) {
            List<Monitor> homes = desk(random, "K");
            List<Monitor> present = new ArrayList<>(random.nextBoolean() ? homes : desk(random, "K"));
            Collections.shuffle(present, random);
            present = present.subList(0, random.nextInt(present.size() + 1));
            List<Optional<Found>> found = MonitorMatch.of(homes, present, false);
            List<Monitor> given =
                    found.stream().flatMap(Optional::stream).map(Found::monitor).toList();
            assertThat(new HashSet<>(given)).as("one monitor, one window").hasSameSizeAs(given);
            assertThat(present).containsAll(given);
            List<Monitor> turned = new ArrayList<>(present);
            Collections.shuffle(turned, random);
            assertThat(MonitorMatch.of(homes, turned, false)).isEqualTo(found);

            List<Monitor> all = new ArrayList<>(homes);
            Collections.shuffle(all, random);
            assertThat(MonitorMatch.of(homes, all, false))
                    .extracting(each -> each.orElseThrow().monitor())
                    .isEqualTo(homes);
        }
    }

    /** Each socket once; pieces with a number of their own, or without. */
    private static List<Monitor> desk(Random random, String maker) {
        List<Monitor> monitors = new ArrayList<>();
        List<Integer> sockets = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
        Collections.shuffle(sockets, random);
        for (int place = 0; place <= random.nextInt(5); place++) {
            String edid = random.nextInt(3) == 0 ? "" : maker + random.nextInt(4);
            monitors.add(at(place, "DP-" + sockets.get(place), edid));
        }
        return monitors;
    }
}
