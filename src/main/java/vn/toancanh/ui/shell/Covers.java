package vn.toancanh.ui.shell;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.Doors;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.administration.AdministrationView;
import vn.toancanh.ui.administration.AdministrationView.Section;
import vn.toancanh.ui.kit.Moments;
import vn.toancanh.ui.layouts.LayoutsModel;
import vn.toancanh.ui.layouts.LayoutsView;
import vn.toancanh.ui.login.SignInModel;
import vn.toancanh.ui.login.SignInView;
import vn.toancanh.ui.ptz.stick.SticksView;
import vn.toancanh.ui.walls.WallsView;

/** What lies over the wall for a while: a sign-in, the list of keys, administration. FX thread. */
final class Covers {
    private final ShellParts parts;
    private final SignInModel signIn;
    private final Supplier<@Nullable MainView> view;
    private final ShellActions actions;
    private final HandoverCover handover;
    private @Nullable AdministrationView administration;
    private @Nullable WallsView walls;
    private Optional<String> whose = Optional.empty();
    private @Nullable Language language;

    /**
     * @param view the view on show; null while nobody is signed in
     */
    Covers(ShellParts parts, SignInModel signIn, Supplier<@Nullable MainView> view, ShellActions actions) {
        this.parts = parts;
        this.signIn = signIn;
        this.view = view;
        this.actions = actions;
        this.handover = new HandoverCover(parts, view);
        parts.wall().layouts().ifPresent(each -> each.model().onAsk(each.wall(), ask -> showLayouts(ask, each.wall())));
    }

    /** The list of layouts, or the question for a name; asked for once more the list goes, unless it is to show what is to be decided. */
    private void showLayouts(LayoutsModel.Ask ask, WallDesk wall) {
        MainView main = view.get();
        WallLayouts layouts = parts.wall().layouts().orElse(null);
        if (main == null || layouts == null || parts.kiosk()) {
            return;
        }
        boolean list = ask != LayoutsModel.Ask.NAME;
        if (main.covered()) {
            boolean ours = main.getChildren().stream().anyMatch(each -> each instanceof LayoutsView);
            if (!ours) {
                return;
            }
            main.uncover();
            if (ask == LayoutsModel.Ask.LIST) {
                return;
            }
        }
        LayoutsView next =
                new LayoutsView(layouts.model(), wall, parts.language().texts(), this::moment, this::uncover);
        if (list) {
            next.showList();
        } else {
            next.showSave();
        }
        main.coverWith(next, next::takeFocus);
    }

    void signInAgain() {
        MainView main = view.get();
        if (main != null) {
            Texts texts = parts.language().texts();
            main.cover(signIn(SignInHint.of(parts.sessions().state().connection(), texts)));
        }
    }

    /** @param hint a sentence above the form; empty for none */
    SignInView signIn(String hint) {
        return new SignInView(signIn, parts.language().texts(), this::moment, hint, actions::language);
    }

    private String moment(Instant at) {
        return new Moments(parts.language().texts().language(), parts.zone())
                .since(at, parts.clock().now());
    }

    HandoverCover handover() {
        return handover;
    }

    /** The list of keys comes, or goes. */
    void toggleKeys() {
        MainView main = view.get();
        if (main == null) {
            return;
        }
        if (main.keysShown()) {
            main.uncover();
        } else if (!main.covered()) {
            main.showKeys(actions);
        }
    }

    /** Administration comes, where there is any for whoever is signed in, or goes. */
    void toggleAdministration() {
        if (doors().any()) {
            toggle(doors().people() ? Section.USERS : Section.TRAIL);
        }
    }

    /** What of administration whoever is signed in is shown now. */
    Doors doors() {
        return parts.administration().doors().get();
    }

    /** True where the server that is signed in at has alarms. */
    boolean hasAlarms() {
        return parts.alarms().offered();
    }

    /** True where whoever is signed in may do more than look at some alarm. */
    boolean mayTakeAlarms() {
        return parts.alarms().mayActSomewhere();
    }

    /** True where there is a head that may be steered from here. */
    boolean hasHeads() {
        return parts.wall().hasHeads();
    }

    /** True where the server that is signed in at has walls, and somebody may look at them here. */
    boolean hasWalls() {
        return parts.pushing().offered() && !parts.kiosk();
    }

    /** The walls of the city come, where there are any, or go. */
    void toggleWalls() {
        MainView main = view.get();
        if (main == null || !hasWalls()) {
            return;
        }
        WallsView shown = walls;
        if (shown != null && shown.getScene() != null) {
            main.uncover();
        } else if (!main.covered()) {
            WallsView next = new WallsView(
                    parts.pushing(),
                    parts.language().texts(),
                    this::called,
                    number -> parts.catalogue().snapshot().number(number).map(Camera::id),
                    () -> parts.catalogue().snapshot().sites(),
                    this::moment,
                    () -> uncover());
            walls = next;
            main.coverWith(next, next::takeFocus);
        }
    }

    /** True where joysticks can be read on this machine, and somebody may change here what they do. */
    boolean hasSticks() {
        return parts.sticks().offered() && !parts.kiosk();
    }

    /** The joysticks of this desk come, where any can be read, or go. */
    void toggleSticks() {
        MainView main = view.get();
        if (main == null || !hasSticks()) {
            return;
        }
        if (main.getChildren().stream().anyMatch(each -> each instanceof SticksView)) {
            main.uncover();
        } else if (!main.covered()) {
            SticksView next = new SticksView(parts.sticks(), parts.language().texts(), this::uncover);
            main.coverWith(next, next::takeFocus);
        }
    }

    /** What stands for a camera where there is hardly room. */
    private String called(CameraId id) {
        return parts.catalogue()
                .snapshot()
                .camera(id)
                .map(camera -> camera.number() == null ? camera.name() : Integer.toString(camera.number()))
                .orElse("?");
    }

    /** One's own account comes, or goes. */
    void toggleAccount() {
        if (parts.administration().doors().get().own()) {
            toggle(Section.OWN);
        }
    }

    private void toggle(Section first) {
        MainView main = view.get();
        if (main == null || parts.kiosk()) {
            return;
        }
        AdministrationView shown = administration;
        if (shown != null && shown.getScene() != null) {
            main.uncover();
        } else if (!main.covered()) {
            AdministrationView next = administration(first);
            main.coverWith(next, next::takeFocus);
        }
    }

    /** The one of before with what was typed in it, where the same person goes on in the same language. */
    private AdministrationView administration(Section first) {
        AdministrationView kept = administration;
        Texts texts = parts.language().texts();
        // Unsent words outlast even another language: the view says the rest in it once they are sent or given up.
        if (kept == null
                || !whose.equals(parts.administration().whose())
                || !kept.sections().contains(first)
                || (texts.language() != language && !kept.dirty())) {
            kept = new AdministrationView(parts.administration(), texts, this::moment, () -> uncover());
            administration = kept;
            whose = parts.administration().whose();
            language = texts.language();
            kept.open(first);
        } else if (first == Section.OWN || kept.chosen() == Section.OWN) {
            kept.open(first);
        }
        return kept;
    }

    private void uncover() {
        MainView main = view.get();
        if (main != null) {
            main.uncover();
        }
    }

    /** Takes away what lies there; false where nothing does. */
    boolean stepBack() {
        MainView main = view.get();
        if (main == null || !main.covered()) {
            return false;
        }
        main.uncover();
        return true;
    }

    /** Nobody is signed in: what somebody typed is not for the next one. */
    void forget() {
        handover.forget();
        administration = null;
        whose = Optional.empty();
    }
}
