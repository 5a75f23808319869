package vn.toancanh.ui.shell;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Language;
import vn.toancanh.ui.shift.HandoverQuestion;
import vn.toancanh.ui.shift.HandoverView;

/** The handover over the wall, and the question whether to, before somebody signs out. FX thread. */
final class HandoverCover {
    private final ShellParts parts;
    private final Supplier<@Nullable MainView> view;
    private @Nullable HandoverView kept;
    private @Nullable HandoverQuestion question;
    private @Nullable Language language;

    /** @param view the view on show; null while nobody is signed in */
    HandoverCover(ShellParts parts, Supplier<@Nullable MainView> view) {
        this.parts = parts;
        this.view = view;
    }

    /** True where the server keeps handovers, and somebody sits here who could make one. */
    boolean offered() {
        return parts.shift().offered() && !parts.kiosk();
    }

    /** It comes, or goes; a wall where nobody sits has none. */
    void toggle() {
        MainView main = view.get();
        HandoverView shown = kept;
        if (main == null || !offered()) {
            return;
        }
        if (shown != null && shown.getScene() != null) {
            main.uncover();
        } else if (!main.covered()) {
            show(main);
        }
    }

    private void show(MainView main) {
        Language now = parts.language().texts().language();
        HandoverView shown = kept;
        if (shown == null || now != language) {
            shown = new HandoverView(parts.shift(), parts.language().texts(), this::uncover);
            kept = shown;
            language = now;
        }
        main.coverWith(shown, shown::takeFocus);
    }

    private void uncover() {
        MainView main = view.get();
        if (main != null) {
            main.uncover();
        }
    }

    /** Signs out; asks before, once, where a shift is open that is not handed over. */
    void signOut() {
        MainView main = view.get();
        if (main == null || parts.kiosk() || !parts.shift().toBeHandedOver()) {
            parts.signOut().now();
            return;
        }
        HandoverQuestion asked = question;
        if (asked != null && asked.getScene() != null) {
            parts.signOut().now();
            return;
        }
        HandoverQuestion next = new HandoverQuestion(
                parts.language().texts(),
                () -> {
                    main.uncover();
                    show(main);
                },
                parts.signOut()::now,
                main::uncover);
        question = next;
        main.coverWith(next, next::takeFocus);
    }

    /** Nobody is signed in: what somebody typed is not for the next one. */
    void forget() {
        kept = null;
        question = null;
        parts.shift().forget();
    }
}
