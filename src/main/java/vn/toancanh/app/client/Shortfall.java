package vn.toancanh.app.client;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Connection;
import vn.toancanh.app.status.StatusPrinter;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Texts;

/** Why fewer tiles are live than were asked for, in one line for whoever started the program and looks at its exit status. */
final class Shortfall {
    /** The phases of a connection in which the server has not answered. */
    private static final Set<String> AWAY =
            Set.of(Connection.Phase.WAITING.name(), Connection.Phase.AWAY.name(), Connection.Phase.LAPSED.name());

    private Shortfall() {}

    /**
     * In one line.
     *
     * @param byItself it was given who signs in, and has said why that failed
     * @param held what keeps the server from being heard, where it is more than its silence; else null
     */
    static String words(Texts texts, RunResult result, StatusReport report, boolean byItself, @Nullable Failure held) {
        if (report.user().isEmpty()) {
            return texts.get(byItself ? "client.signInFailed" : "client.nobodySignedIn", report.server());
        }
        Map<String, Integer> reasons = new TreeMap<>();
        report.tiles().stream()
                .filter(tile -> !tile.live())
                .forEach(tile -> reasons.merge(StatusPrinter.state(texts, tile), 1, Integer::sum));
        if (report.tiles().isEmpty()) {
            boolean away = AWAY.contains(report.session());
            if (away && held != null) {
                return texts.of(held);
            }
            return away ? texts.get("client.serverAway", report.server()) : texts.get("client.emptyWall");
        }
        if (result.tiles() > report.tiles().size()) {
            reasons.put(texts.get("tile.empty"), result.tiles() - report.tiles().size());
        }
        String told = reasons.entrySet().stream()
                .map(reason -> texts.get("client.soMany", reason.getValue(), reason.getKey()))
                .collect(Collectors.joining("; "));
        return texts.get("client.notAllLive", result.live(), result.tiles(), told);
    }
}
