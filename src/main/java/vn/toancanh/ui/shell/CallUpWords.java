package vn.toancanh.ui.shell;

import java.util.ArrayList;
import java.util.List;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.CallUpDesk;
import vn.toancanh.desk.CallUpSaid;
import vn.toancanh.model.Camera;
import vn.toancanh.wall.CallUp;

/** What is being called up, in words. */
final class CallUpWords {
    private CallUpWords() {}

    /** What stands there so far, as it is understood: "monitor 2, tile 5, camera 1204 Tràng Tiền". */
    static String of(Texts texts, CallUpDesk.Echo echo) {
        return switch (echo.said()) {
            case NOTHING -> typed(texts, echo);
            case SHOWN -> named(texts, echo);
            case SALVO -> texts.get("shell.callUpSalvo", number(echo));
            case SALVO_IN_PART -> texts.get("shell.callUpSalvoInPart", number(echo), echo.left());
            case SALVO_KEPT -> kept(texts, "shell.callUpSalvoKept", echo);
            case SALVO_REPLACED -> kept(texts, "shell.callUpSalvoReplaced", echo);
            case SALVOS_NUMBERED -> texts.get("shell.callUpSalvosKept", echo.number());
            case BLANKED -> texts.get("shell.callUpBlanked", number(echo));
            case GIVEN_BACK -> texts.get("shell.callUpGivenBack", number(echo));
            case NO_CAMERA -> texts.get("shell.callUpNoCamera", number(echo));
            case NO_TILE -> texts.get("shell.callUpNoTile", number(echo));
            case NO_MONITOR -> texts.get("shell.callUpNoMonitor", number(echo));
            case MONITOR_AWAY -> texts.get("shell.callUpMonitorAway", number(echo));
            case NO_SALVO -> texts.get("shell.callUpNoSalvo", number(echo));
            case NONE_SELECTED -> texts.get("shell.callUpNoneSelected");
            case NONE_NUMBERED -> texts.get("shell.callUpNoneNumbered");
        };
    }

    /** True where nothing came of it. */
    static boolean refused(CallUpSaid said) {
        return switch (said) {
            case NOTHING,
                    SHOWN,
                    SALVO,
                    SALVO_IN_PART,
                    SALVO_KEPT,
                    SALVO_REPLACED,
                    SALVOS_NUMBERED,
                    BLANKED,
                    GIVEN_BACK -> false;
            case NO_CAMERA, NO_TILE, NO_MONITOR, MONITOR_AWAY, NO_SALVO, NONE_SELECTED, NONE_NUMBERED -> true;
        };
    }

    private static String kept(Texts texts, String key, CallUpDesk.Echo echo) {
        String words = texts.get(key, number(echo), echo.cameras());
        return echo.left() == 0 ? words : words + " " + texts.get("shell.callUpSalvoFull", echo.left());
    }

    private static String typed(Texts texts, CallUpDesk.Echo echo) {
        CallUp typed = echo.typed();
        List<String> parts = new ArrayList<>();
        if (typed.monitor() != null) {
            parts.add(texts.get("shell.callUpMonitor", typed.monitor().toString()));
        }
        if (typed.tile() != null) {
            parts.add(texts.get("shell.callUpTile", typed.tile().toString()));
        }
        if (typed.salvo()) {
            parts.add(texts.get("shell.callUpSalvo", typed.digits()).strip());
        } else if (typed.digits().matches("0+")) {
            parts.add(texts.get("shell.callUpBlank"));
        } else {
            parts.add(
                    typed.digits().isEmpty()
                            ? texts.get("shell.callUpCamera", "").strip()
                            : named(texts, echo));
        }
        return String.join(" · ", parts);
    }

    /** The number as it was typed, with the camera's name where there is one. */
    private static String named(Texts texts, CallUpDesk.Echo echo) {
        String number =
                echo.typed().digits().isEmpty() ? number(echo) : echo.typed().digits();
        Camera meant = echo.meant();
        String camera = texts.get("shell.callUpCamera", number);
        return meant == null ? camera : camera + " " + meant.name();
    }

    private static String number(CallUpDesk.Echo echo) {
        return Integer.toString(echo.number());
    }
}
