package vn.toancanh.central;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.remote.Push;

/** What is told to walls, as it lies on the wire. */
final class PushTranslation {
    private static final String UNNAMED = "-";
    private static final String CELL = "cell";

    private final WallTranslation walls;

    PushTranslation(WallTranslation walls) {
        this.walls = walls;
    }

    /** Something to tell a wall, as the contract has it. */
    Map<String, Object> command(Push push) {
        Map<String, Object> target = new LinkedHashMap<>();
        if (!push.screens().isEmpty()) {
            target.put("screenIds", push.screens());
        }
        Map<String, Object> args = new LinkedHashMap<>();
        String op = op(push.what(), target, args);
        args.put("desk", push.desk());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("op", op);
        body.put("target", target);
        body.put("args", args);
        if (push.seen() >= 0) {
            body.put("expectedStateVersion", push.seen());
        }
        body.put("ttlS", push.patience().toSeconds());
        return body;
    }

    private String op(Push.What what, Map<String, Object> target, Map<String, Object> args) {
        return switch (what) {
            case Push.What.OfScene(String scene) -> {
                args.put("sceneId", scene);
                yield "applyScene";
            }
            case Push.What.OfLayout(Layout layout) -> {
                args.put("layout", walls.body(layout, UNNAMED));
                yield "applyLayout";
            }
            case Push.What.Blank() -> "blank";
            case Push.What.OfTile(int tile, List<CameraId> cameras) -> {
                target.put(CELL, tile);
                if (!cameras.isEmpty()) {
                    // Beside the list, too: a display that knows of no turns would empty the tile.
                    args.put("cameraId", cameras.getFirst().value());
                }
                if (cameras.size() > 1) {
                    args.put("cameraIds", cameras.stream().map(CameraId::value).toList());
                }
                yield "setCell";
            }
            case Push.What.Swap(int tile, int with) -> {
                target.put(CELL, tile);
                args.put("with", with);
                yield "swapCells";
            }
            case Push.What.Enlarge(OptionalInt tile) -> {
                tile.ifPresent(each -> target.put(CELL, each));
                yield "fullscreen";
            }
            case Push.What.Turn(int tile, int step) -> {
                target.put(CELL, tile);
                args.put("step", step);
                yield "playlistStep";
            }
            case Push.What.Identify() -> "identify";
            case Push.What.Message(String text, Duration time) -> {
                args.put("text", text);
                args.put("seconds", time.toSeconds());
                yield "message";
            }
            case Push.What.Release() -> "release";
        };
    }
}
