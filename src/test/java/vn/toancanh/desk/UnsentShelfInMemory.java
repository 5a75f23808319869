package vn.toancanh.desk;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import vn.toancanh.base.Lane;
import vn.toancanh.wall.Unsent;
import vn.toancanh.wall.UnsentLayouts;

/** The disk of a desk: what it holds outlives the desk that wrote it. */
public final class UnsentShelfInMemory implements UnsentLayouts {
    private record Row(String owner, Unsent unsent) {}

    private final Lane lane;
    private final Map<UUID, Row> rows = new LinkedHashMap<>();

    /** What is to be kept waits for room. */
    public boolean full;

    public UnsentShelfInMemory(Lane lane) {
        this.lane = lane;
    }

    @Override
    public void keep(URI server, String user, Unsent unsent, Consumer<Boolean> written) {
        boolean room = !full;
        if (room) {
            rows.put(unsent.save(), new Row(server + " " + user, unsent));
        }
        lane.execute(() -> written.accept(room));
    }

    @Override
    public void forget(UUID save) {
        rows.remove(save);
    }

    @Override
    public void load(URI server, String user, Consumer<List<Unsent>> answer) {
        List<Unsent> found = rows.values().stream()
                .filter(row -> row.owner().equals(server + " " + user))
                .map(Row::unsent)
                .toList();
        lane.execute(() -> answer.accept(found));
    }
}
