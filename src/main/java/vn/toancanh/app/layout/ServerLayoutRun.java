package vn.toancanh.app.layout;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.UntrustedServer;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.central.CentralOptions;
import vn.toancanh.central.LayoutSession;
import vn.toancanh.layouts.CameraNumbers;
import vn.toancanh.layouts.TextDiff;
import vn.toancanh.layouts.WallText;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;

/**
 * Files of layouts and the layouts of a server: what would become of these, and that it does. Each is saved by itself, as the version that
 * was seen; of several screens each is a layout of its own. Blocks; gives exit statuses as {@link LayoutRun} does.
 */
public final class ServerLayoutRun {
    /**
     * Who asks, and where.
     *
     * @param pin the certificate that the server must show; empty: one that an authority vouches for
     */
    public record Login(URI server, String user, Secret password, Optional<Fingerprint> pin) {}

    /** What becomes of one layout. */
    private record Step(Optional<Layout> before, Layout after, List<TextDiff.Change> changes) {
        boolean differs() {
            return before.isEmpty() || !changes.isEmpty();
        }
    }

    private final Surroundings given;
    private final LayoutRun files;
    private final PlanWords words;

    public ServerLayoutRun(Surroundings given) {
        this.given = given;
        this.files = new LayoutRun(given);
        this.words = new PlanWords(given.texts());
    }

    /** What differs between the server's layouts of these names and a file. */
    public int diff(Path file, Login login) {
        return with(file, login, (session, text) -> {
            List<Step> steps = plan(session, text);
            tell(steps);
            return steps.stream().noneMatch(Step::differs);
        });
    }

    /** What a file would make of the server's layouts. */
    public int plan(Path file, Login login) {
        return with(file, login, (session, text) -> {
            tell(plan(session, text));
            return true;
        });
    }

    /** Tells the plan and saves what differs. */
    public int apply(Path file, Login login) {
        return with(file, login, (session, text) -> {
            List<Step> steps = plan(session, text);
            tell(steps);
            for (Step step : steps) {
                if (step.differs()) {
                    Layout saved = session.save(step.after());
                    given.out()
                            .println(given.texts().get("layout.saved", saved.name(), Long.toString(saved.version())));
                }
            }
            return true;
        });
    }

    /** What is done while somebody is signed in. */
    private interface Work {
        boolean fine(LayoutSession session, WallText text);
    }

    private int with(Path file, Login login, Work work) {
        Optional<WallText> text = files.read(file);
        if (text.isEmpty()) {
            return Exit.FAILED;
        }
        Texts texts = given.texts();
        ServerPins pins = new ServerPins(Map.of(), login.pin());
        try (LayoutSession session = LayoutSession.enter(
                CentralOptions.standard("toan-canh layout"),
                given.clock(),
                pins,
                login.server(),
                login.user(),
                login.password())) {
            return work.fine(session, text.get()) ? Exit.DONE : Exit.FAILED;
        } catch (FailureException refused) {
            if (refused.failure().cause() instanceof UntrustedServer told) {
                given.say(texts.of(refused.failure()));
                given.say(texts.get("client.pinIt", told.shown().fingerprint().toString()));
                return Exit.FAILED;
            }
            throw refused;
        }
    }

    private List<Step> plan(LayoutSession session, WallText text) {
        LayoutSession.Cameras cameras = session.cameras();
        WallText known = CameraNumbers.known(
                text, number -> Optional.ofNullable(cameras.byNumber().get(number)));
        String strangers = CameraNumbers.of(known).stream()
                .filter(id -> !cameras.ids().contains(id))
                .map(ServerLayoutRun::called)
                .collect(Collectors.joining(", "));
        if (!strangers.isEmpty()) {
            given.say(given.texts().get("layout.strangers", strangers));
        }
        Map<CameraId, Integer> numbers = new HashMap<>();
        cameras.byNumber().forEach((number, id) -> numbers.put(id, number));
        List<Step> steps = new ArrayList<>();
        for (WallText.Screen screen : known.screens()) {
            steps.add(step(session, known.nameOf(screen), screen.layout(), numbers));
        }
        return steps;
    }

    private static Step step(LayoutSession session, String name, Layout layout, Map<CameraId, Integer> numbers) {
        Optional<Layout> before = session.find(name);
        Layout after = new Layout(
                before.map(Layout::id).orElse(null),
                name,
                layout.scope(),
                layout.grid(),
                layout.cells(),
                before.map(Layout::version).orElse(0L));
        List<TextDiff.Change> changes = before.map(
                        old -> TextDiff.between(numbered(old, numbers), numbered(after, numbers)))
                .orElse(List.of());
        return new Step(before, after, changes);
    }

    private static WallText numbered(Layout layout, Map<CameraId, Integer> numbers) {
        return CameraNumbers.numbered(WallText.of(layout), id -> {
            Integer number = numbers.get(id);
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        });
    }

    private static String called(CameraId id) {
        OptionalInt number = CameraNumbers.number(id);
        return number.isPresent() ? Integer.toString(number.getAsInt()) : id.value();
    }

    private void tell(List<Step> steps) {
        for (Step step : steps) {
            String key = step.before().isEmpty()
                    ? "layout.serverNew"
                    : step.differs() ? "layout.serverChanged" : "layout.serverSame";
            given.out().println(given.texts().get(key, step.after().name()));
            words.changes(step.changes()).forEach(line -> given.out().println("  " + line));
        }
    }
}
