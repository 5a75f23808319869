package vn.toancanh.access;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a machine keeps of rights, in memory. */
public final class KeptRightsInMemory implements RightsMemory {
    public final Map<String, Kept> kept = new HashMap<>();
    public final Map<URI, ServerTime.Mark> times = new HashMap<>();

    public static String key(URI server, String user) {
        return server + " " + user;
    }

    /** As if that user had been signed in there before, and might go on for so long from the mark. */
    public void put(Session session, ServerTime.Mark mark, Duration longer) {
        keep(new Kept(session, mark.latest().plus(longer), mark));
    }

    @Override
    public void keep(Kept rights) {
        kept.put(key(rights.session().server(), rights.session().user()), rights);
        times.put(rights.session().server(), rights.mark());
    }

    @Override
    public void keepTime(URI server, ServerTime.Mark mark) {
        times.put(server, mark);
    }

    @Override
    public void kept(URI server, String user, Consumer<Optional<Kept>> answer) {
        Kept found = kept.get(key(server, user));
        ServerTime.Mark mark = times.get(server);
        answer.accept(
                found == null || mark == null
                        ? Optional.empty()
                        : Optional.of(new Kept(found.session(), found.until(), mark)));
    }

    @Override
    public void forget(URI server, String user) {
        kept.remove(key(server, user));
    }
}
