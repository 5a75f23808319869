package vn.toancanh.desk;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.toancanh.base.Lane;
import vn.toancanh.wall.Timetable;
import vn.toancanh.wall.TimetableMemory;

/** The disk of a desk: what it holds outlives the desk that wrote it. */
public final class TimetablesInMemory implements TimetableMemory {
    private final Lane lane;
    private final Map<String, List<Timetable>> kept = new HashMap<>();

    public TimetablesInMemory(Lane lane) {
        this.lane = lane;
    }

    @Override
    public void keep(URI server, String user, List<Timetable> all) {
        kept.put(server + " " + user, all);
    }

    @Override
    public void load(URI server, String user, Consumer<List<Timetable>> answer) {
        List<Timetable> found = kept.getOrDefault(server + " " + user, List.of());
        lane.execute(() -> answer.accept(found));
    }
}
