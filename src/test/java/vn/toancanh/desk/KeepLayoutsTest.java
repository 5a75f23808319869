package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.LayoutMemory;
import vn.toancanh.wall.LayoutSource;

/** Layouts are listed and opened without the server as it told them last, by whoever may work here without it. */
class KeepLayoutsTest {
    private static final URI SERVER = URI.create("https://may.vn");

    /** A server with some layouts, which may fail. */
    private final class Library implements LayoutLibrary, LayoutSource {
        final Map<LayoutId, Layout> layouts = new LinkedHashMap<>();
        LayoutFacts facts = LayoutFacts.UNKNOWN;
        int all;

        @Nullable
        Kind failing;

        private <T> void answer(Consumer<Outcome<T>> answer, Outcome<T> outcome) {
            Kind kind = failing;
            lane.execute(() ->
                    answer.accept(kind == null ? outcome : Outcome.failed(Failure.of(kind, "as the test wants"))));
        }

        @Override
        public void all(Consumer<Outcome<List<Layout>>> answer) {
            all++;
            answer(answer, Outcome.done(List.copyOf(layouts.values())));
        }

        @Override
        public void list(Consumer<Outcome<List<Entry>>> answer) {
            List<Entry> entries = new ArrayList<>();
            layouts.forEach(
                    (id, layout) -> entries.add(new Entry(id, layout.name(), layout.scope(), layout.version(), facts)));
            answer(answer, Outcome.done(entries));
        }

        @Override
        public void get(LayoutId id, Consumer<Outcome<Layout>> answer) {
            Layout found = layouts.get(id);
            answer(
                    answer,
                    found == null
                            ? Outcome.failed(Failure.of(Kind.NOT_FOUND, "no layout " + id))
                            : Outcome.done(found));
        }

        @Override
        public void find(String name, Consumer<Outcome<Optional<Layout>>> answer) {
            answer(
                    answer,
                    Outcome.done(layouts.values().stream()
                            .filter(layout -> layout.name().equals(name))
                            .findFirst()));
        }

        @Override
        public void save(Layout layout, Consumer<Outcome<Layout>> answer) {
            answer(answer, Outcome.done(layout));
        }

        @Override
        public void delete(LayoutId id, long version, Consumer<Outcome<LayoutId>> answer) {
            answer(answer, Outcome.done(id));
        }
    }

    /** What the machine keeps, in memory. */
    private final class Memory implements LayoutMemory {
        final Map<String, Map<LayoutId, Layout>> kept = new LinkedHashMap<>();
        final Map<String, Map<LayoutId, LayoutFacts>> facts = new LinkedHashMap<>();

        private Map<LayoutId, Layout> of(URI server, String user) {
            return kept.computeIfAbsent(server + " " + user, owner -> new LinkedHashMap<>());
        }

        @Override
        public void keepAll(URI server, String user, List<Layout> layouts) {
            of(server, user).clear();
            layouts.forEach(layout -> keep(server, user, layout));
        }

        @Override
        public void keep(URI server, String user, Layout layout) {
            of(server, user).put(layout.id(), layout);
        }

        @Override
        public void forget(URI server, String user, LayoutId id) {
            of(server, user).remove(id);
        }

        @Override
        public void keepFacts(URI server, String user, List<LayoutLibrary.Entry> told) {
            Map<LayoutId, LayoutFacts> of = new LinkedHashMap<>();
            told.forEach(entry -> of.put(entry.id(), entry.facts()));
            facts.put(server + " " + user, of);
        }

        @Override
        public void load(URI server, String user, Consumer<Kept> answer) {
            Kept found =
                    new Kept(List.copyOf(of(server, user).values()), facts.getOrDefault(server + " " + user, Map.of()));
            lane.execute(() -> answer.accept(found));
        }
    }

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSessions sessions = new FakeSessions();
    private final Library server = new Library();
    private final Memory memory = new Memory();
    private KeepLayouts layouts = keeper();

    private KeepLayouts keeper() {
        return new KeepLayouts(server, server, memory, sessions, lane, new Random(1));
    }

    private static Layout layout(String id, String name, long version) {
        return new Layout(new LayoutId(id), name, Layout.Scope.CITY, new Grid(2, 2), List.of(), version);
    }

    private void atServer(Layout layout) {
        server.layouts.put(layout.id(), layout);
    }

    private void signIn(String user) {
        sessions.signIn(SERVER, user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
        lane.advance(KeepLayouts.SPREAD);
    }

    private void phase(Phase phase, boolean mayGoOn) {
        sessions.connection(
                new Connection(phase, clock.now(), null, mayGoOn ? clock.now().plusSeconds(3600) : null));
        lane.runReady();
    }

    /** The program is started anew, without its server. */
    private void restartWithoutServer(String user, boolean mayGoOn) {
        sessions.signOut();
        layouts.close();
        lane.runReady();
        server.failing = Kind.UNREACHABLE;
        layouts = keeper();
        sessions.signInWhenBack(SERVER, user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
        phase(Phase.WAITING, mayGoOn);
    }

    private <T> Outcome<T> ask(Consumer<Consumer<Outcome<T>>> question) {
        List<Outcome<T>> heard = new ArrayList<>();
        question.accept(heard::add);
        lane.runReady();
        assertThat(heard).hasSize(1);
        return heard.getFirst();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(Failure failure) -> throw new AssertionError("failed: " + failure);
        };
    }

    private static <T> Kind failed(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Failed<T>(Failure failure) -> failure.kind();
            case Outcome.Done<T>(T value) -> throw new AssertionError("worked: " + value);
        };
    }

    private List<String> names() {
        return done(ask(layouts::list)).stream().map(LayoutLibrary.Entry::name).toList();
    }

    @Test
    void whatWasThereAtSignInIsListedAndOpenedAfterARestartWithoutTheServer() {
        atServer(layout("l-1", "Giờ cao điểm", 3));
        atServer(layout("l-2", "Ca đêm", 1));
        signIn("an");
        restartWithoutServer("an", true);
        assertThat(names()).containsExactly("Giờ cao điểm", "Ca đêm");
        Layout opened = done(ask(answer -> layouts.get(new LayoutId("l-2"), answer)));
        assertThat(opened).isEqualTo(layout("l-2", "Ca đêm", 1));
        assertThat(done(ask((Consumer<Outcome<Optional<Layout>>> answer) -> layouts.find("giờ CAO điểm", answer))))
                .contains(layout("l-1", "Giờ cao điểm", 3));
    }

    @Test
    void whoSavedThemIsListedAfterARestartWithoutTheServerWhereItWasHeard() {
        atServer(layout("l-1", "Giờ cao điểm", 3));
        signIn("an");
        restartWithoutServer("an", true);
        assertThat(done(ask(layouts::list)).getFirst().facts())
                .as("nobody asked")
                .isEqualTo(LayoutFacts.UNKNOWN);
        server.failing = null;
        server.facts =
                new LayoutFacts("Chị Lan", clock.now(), false, true, new LayoutFacts.Lock("Chị Lan", null, false));
        sessions.signOut();
        signIn("an");
        assertThat(done(ask(layouts::list)).getFirst().facts()).isEqualTo(server.facts);
        restartWithoutServer("an", true);
        assertThat(done(ask(layouts::list)).getFirst().facts()).isEqualTo(server.facts);
        restartWithoutServer("bình", true);
        assertThat(failed(ask(layouts::list))).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void whoOnlySaysWhoHeIsIsToldNothing() {
        atServer(layout("l-1", "Giờ cao điểm", 3));
        signIn("an");
        restartWithoutServer("an", false);
        assertThat(failed(ask(layouts::list))).isEqualTo(Kind.UNREACHABLE);
        restartWithoutServer("bình", true);
        assertThat(failed(ask(layouts::list))).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void whenTheRightsAreOverNothingIsOpened() {
        atServer(layout("l-1", "Giờ cao điểm", 3));
        signIn("an");
        phase(Phase.AWAY, true);
        assertThat(names()).hasSize(1);
        phase(Phase.LAPSED, false);
        assertThat(failed(ask(layouts::list))).isEqualTo(Kind.LAPSED);
        assertThat(failed(ask((Consumer<Outcome<Layout>> answer) -> layouts.get(new LayoutId("l-1"), answer))))
                .isEqualTo(Kind.LAPSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMEOUT", "UNTRUSTED", "PROTOCOL", "RESOURCES", "INTERNAL"})
    void aServerThatJudgesNothingIsStoodInFor(Kind nothing) {
        atServer(layout("l-1", "Giờ cao điểm", 3));
        signIn("an");
        server.failing = nothing;
        assertThat(names()).hasSize(1);
    }

    @Test
    void aRefusalCountsAndWhatIsGoneThereIsGoneHere() {
        atServer(layout("l-1", "Giờ cao điểm", 3));
        signIn("an");
        server.failing = Kind.BUSY;
        assertThat(failed(ask(layouts::list))).isEqualTo(Kind.BUSY);
        server.failing = Kind.FORBIDDEN;
        assertThat(failed(ask((Consumer<Outcome<Layout>> answer) -> layouts.get(new LayoutId("l-1"), answer))))
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(memory.kept.get(SERVER + " an")).isEmpty();
    }

    @Test
    void whatIsSavedOpenedAndDeletedIsKeptSo() {
        signIn("an");
        ask((Consumer<Outcome<Layout>> answer) -> layouts.save(layout("l-9", "Mới", 1), answer));
        phase(Phase.AWAY, true);
        assertThat(names()).containsExactly("Mới");
        phase(Phase.ONLINE, false);
        atServer(layout("l-9", "Mới hơn", 2));
        ask((Consumer<Outcome<Layout>> answer) -> layouts.get(new LayoutId("l-9"), answer));
        phase(Phase.AWAY, true);
        assertThat(names()).containsExactly("Mới hơn");
        phase(Phase.ONLINE, false);
        ask((Consumer<Outcome<LayoutId>> answer) -> layouts.delete(new LayoutId("l-9"), 2, answer));
        assertThat(memory.kept.get(SERVER + " an")).isEmpty();
    }

    @Test
    void aListThatTellsOthersThanAreKeptHasAllOfThemKept() {
        signIn("an");
        atServer(layout("l-1", "Giờ cao điểm", 1));
        assertThat(names()).hasSize(1);
        lane.advance(KeepLayouts.SPREAD);
        assertThat(memory.kept.get(SERVER + " an")).containsKey(new LayoutId("l-1"));
    }

    @Test
    void whatOthersSaveIsKeptAfterAWhileAndNobodyIsAskedWhileTheServerIsAway() {
        signIn("an");
        int asked = server.all;
        atServer(layout("l-1", "Giờ cao điểm", 1));
        lane.advance(KeepLayouts.ANEW.plus(KeepLayouts.SPREAD));
        assertThat(server.all).isEqualTo(asked + 1);
        assertThat(memory.kept.get(SERVER + " an")).hasSize(1);
        phase(Phase.AWAY, true);
        lane.advance(Duration.ofHours(2));
        assertThat(server.all).isEqualTo(asked + 1);
    }

    @Test
    void anAnswerForSomebodyElseIsNotKept() {
        atServer(layout("l-1", "Của An", 1));
        signIn("an");
        layouts.list(answer -> {});
        sessions.signIn(SERVER, "bình", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        server.layouts.clear();
        lane.runReady();
        lane.advance(KeepLayouts.SPREAD);
        assertThat(memory.kept.get(SERVER + " bình")).isEmpty();
    }
}
