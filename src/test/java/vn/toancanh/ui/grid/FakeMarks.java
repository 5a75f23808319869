package vn.toancanh.ui.grid;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.alarms.AlarmTiles;
import vn.toancanh.base.Handle;
import vn.toancanh.desk.TileMarks;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;

/** Alarms where a test puts them. */
final class FakeMarks implements TileMarks {
    final Map<Integer, AlarmTiles.Mark> marks = new HashMap<>();
    final List<String> done = new ArrayList<>();
    private @Nullable Runnable listener;

    static AlarmTiles.Mark mark(
            String title, AlarmStep step, String who, int more, boolean borrowed, boolean held, int left, Instant at) {
        Alarm alarm = new Alarm(
                new AlarmId(title),
                "x",
                90,
                step,
                List.of(new CameraId("c1")),
                null,
                null,
                title,
                "",
                false,
                at,
                who,
                1);
        return new AlarmTiles.Mark(
                alarm, more, borrowed, held, left < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(left)));
    }

    void put(int tile, AlarmTiles.@Nullable Mark mark) {
        if (mark == null) {
            marks.remove(tile);
        } else {
            marks.put(tile, mark);
        }
        if (listener != null) {
            listener.run();
        }
    }

    @Override
    public Optional<AlarmTiles.Mark> at(int tile) {
        return Optional.ofNullable(marks.get(tile));
    }

    @Override
    public void back(int tile) {
        done.add("back " + tile);
    }

    @Override
    public void keep(int tile) {
        done.add("keep " + tile);
    }

    @Override
    public Handle onChange(Runnable changed) {
        listener = changed;
        return () -> listener = null;
    }
}
