package vn.toancanh.app.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import vn.toancanh.access.Session;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.base.Failure;
import vn.toancanh.desk.DeskState;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.PictureAge;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.live.TileState;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Monitor;
import vn.toancanh.pool.WorkerFacts;

/** What the client shows, tile by tile, for {@code ./wall status}. On DESK. */
final class TileLines {
    private TileLines() {}

    /** The whole report. */
    static StatusReport report(
            long pid,
            URI server,
            DeskState desk,
            Heartbeat heartbeat,
            List<WallOnScreen> walls,
            List<WorkerFacts> workers,
            List<MonitorDesk.Window> windows) {
        return new StatusReport(
                pid,
                server.toString(),
                desk.session().signedIn().map(Session::user).orElse(""),
                desk.session().connection().phase().name(),
                desk.keeping().map(Failure::textKey).orElse(""),
                desk.cameras(),
                heartbeat.recentMillis(),
                of(walls),
                workers.stream()
                        .filter(worker -> worker.pid() != 0)
                        .map(worker -> new StatusReport.WorkerLine(
                                worker.number(), worker.pid(), worker.streams(), worker.restarts()))
                        .toList(),
                windows.stream().map(TileLines::line).toList());
    }

    private static StatusReport.WindowLine line(MonitorDesk.Window window) {
        Monitor shown = window.now().orElse(window.home());
        return new StatusReport.WindowLine(
                window.number(),
                window.away(),
                window.home().name(),
                shown.name(),
                shown.x(),
                shown.y(),
                shown.width(),
                shown.height());
    }

    /** One line a tile that is meant to show something, numbered as the empty tiles of its window are. */
    static List<StatusReport.TileLine> of(List<WallOnScreen> walls) {
        List<StatusReport.TileLine> lines = new ArrayList<>();
        for (int window = 1; window <= walls.size(); window++) {
            WallOnScreen wall = walls.get(window - 1);
            for (LiveTile tile : wall.live().tiles()) {
                if (tile.state().phase() != TileState.Phase.EMPTY) {
                    lines.add(line(window, tile, wall));
                }
            }
        }
        return lines;
    }

    private static StatusReport.TileLine line(int window, LiveTile tile, WallOnScreen wall) {
        Optional<Camera> camera = tile.camera();
        var cause = tile.state().cause();
        Rectangle2D place = wall.place(tile);
        return new StatusReport.TileLine(
                window,
                tile.index() + 1,
                camera.map(Camera::number).orElse(0),
                camera.map(Camera::name).orElse(""),
                tile.state().phase().name(),
                tile.state().phase().live(),
                cause == null ? "" : cause.name(),
                tile.stream()
                        .map(stream -> stream.role().name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                RunResult.round(wall.meter().fps(tile)),
                (int) place.getMinX(),
                (int) place.getMinY(),
                (int) place.getWidth(),
                (int) place.getHeight(),
                tile.statistics().map(told -> figures(told, tile.age())).orElse(null),
                tile.why().stream()
                        .map(reason -> new StatusReport.ReasonLine(reason.textKey(), reason.args()))
                        .toList());
    }

    private static StatusReport.Figures figures(StreamStatistics stream, Optional<PictureAge> age) {
        return new StatusReport.Figures(
                stream.codec().name(),
                stream.width(),
                stream.height(),
                stream.bitrateKbps(),
                stream.framesReceived(),
                stream.framesDecoded(),
                stream.packetsLost(),
                RunResult.round(stream.jitterMs()),
                stream.clockJumps(),
                RunResult.round(stream.delivery().receivedFps()),
                RunResult.round(stream.delivery().decodedFps()),
                stream.delivery().transport().name(),
                stream.delivery().worker(),
                age.map(PictureAge::millis).orElse(null),
                age.filter(PictureAge::trusted).isPresent(),
                age.filter(PictureAge::tooOldToSteer).isPresent());
    }
}
