package vn.toancanh.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.toancanh.base.Clock;
import vn.toancanh.layouts.CameraNumbers;
import vn.toancanh.layouts.LayoutReader;
import vn.toancanh.layouts.LayoutWriter;
import vn.toancanh.layouts.WallText;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallPlan;
import vn.toancanh.wall.WallState;

/** How long it takes from the text of a file to the plan of what would become of a whole wall. */
final class PlanTiming {
    private static final int SCREENS = 4;
    private static final int SIDE = 8;
    private static final int FIRST = 1201;
    private static final int WARM_UP = 200;

    private final Map<Integer, CameraId> numbers = IntStream.range(FIRST, FIRST + 2 * SCREENS * SIDE * SIDE)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(number -> number, number -> new CameraId("c-" + number)));
    private final Percentiles read = new Percentiles();
    private final Percentiles whole = new Percentiles();
    private int steps;

    /** Plans so often, each time from one wall to another that has half of its cameras, at other places. */
    void measure(Clock clock, int rounds) {
        Random random = new Random(1);
        for (int round = -WARM_UP; round < rounds; round++) {
            WallText before = known(wall(random));
            String text = LayoutWriter.write(wall(random));
            long begun = clock.nanos();
            WallText after = known(LayoutReader.read(text).text().orElseThrow());
            long there = clock.nanos();
            for (int screen = 0; screen < SCREENS; screen++) {
                steps += WallPlan.between(
                                before.screens().get(screen).layout(),
                                after.screens().get(screen).layout())
                        .steps()
                        .size();
            }
            long done = clock.nanos();
            if (round >= 0) {
                read.add((there - begun) / 1e6);
                whole.add((done - begun) / 1e6);
            }
        }
    }

    private WallText known(WallText text) {
        return CameraNumbers.known(text, number -> Optional.ofNullable(numbers.get(number)));
    }

    private WallText wall(Random random) {
        List<Integer> cameras = new ArrayList<>(numbers.keySet());
        Collections.shuffle(cameras, random);
        List<Layout> screens = new ArrayList<>();
        for (int screen = 0; screen < SCREENS; screen++) {
            List<CellContent> shown = cameras.subList(screen * SIDE * SIDE, (screen + 1) * SIDE * SIDE).stream()
                    .<CellContent>map(number -> new CellContent.OfCamera(CameraNumbers.id(number), StreamChoice.AUTO))
                    .toList();
            screens.add(WallEdits.fill(WallState.empty(GridShape.uniform(SIDE, SIDE)), 0, shown)
                    .layout());
        }
        return WallText.of("Ca", Layout.Scope.CITY, screens);
    }

    /** Puts in what was measured; the text and the plan together count. */
    double into(Map<String, Object> figures) {
        figures.put("planMonitors", SCREENS);
        figures.put("planTiles", SCREENS * SIDE * SIDE);
        figures.put("plans", whole.count());
        figures.put("planMs", rounded(whole.at(0.99)));
        figures.put("planMsP50", rounded(whole.at(0.5)));
        figures.put("ofThisReadingMsP50", rounded(read.at(0.5)));
        figures.put("stepsPlanned", steps);
        return whole.at(0.99);
    }

    private static double rounded(double millis) {
        return Math.round(millis * 100) / 100.0;
    }
}
