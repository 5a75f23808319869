package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.LayoutLibrary.Entry;

/** Layouts of a desk whose server keeps none: they are saved, listed and opened here, and reach it once it keeps some. */
class LayoutsNotOfferedTest {
    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSessions sessions = new FakeSessions();
    private final SharedServer server = new SharedServer(lane);
    private final UnsentShelfInMemory disk = new UnsentShelfInMemory(lane);
    private final Random ids = new Random(7);
    private SaveLayouts desk = desk();

    private SaveLayouts desk() {
        return new SaveLayouts(
                server,
                server,
                disk,
                sessions,
                lane,
                clock,
                () -> new UUID(ids.nextLong(), ids.nextLong()),
                new Random(1));
    }

    @BeforeEach
    void signIn() {
        server.there = false;
        sessions.signIn(URI.create("https://may.vn"), "an", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        lane.runReady();
    }

    private static Layout layout(@Nullable LayoutId id, String name) {
        return new Layout(id, name, Scope.PRIVATE, new Grid(1, 1), List.of(new Cell(0, 0, 1, 1, CellContent.EMPTY)), 0);
    }

    private LayoutId save(String name) {
        List<Layout> heard = new ArrayList<>();
        desk.save(layout(null, name), outcome -> heard.add(value(outcome)));
        lane.runReady();
        return Objects.requireNonNull(heard.getFirst().id());
    }

    private static <T> T value(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private List<String> listed() {
        List<String> names = new ArrayList<>();
        desk.list(outcome -> value(outcome).stream().map(Entry::name).forEach(names::add));
        lane.runReady();
        return names;
    }

    @Test
    void whatIsSavedStaysHereAndAsksNobodyAnything() {
        LayoutId id = save("Ca sáng");
        lane.advance(Duration.ofHours(1));
        assertThat(listed()).containsExactly("Ca sáng");
        List<Optional<Layout>> found = new ArrayList<>();
        desk.find("ca sáng", outcome -> found.add(value(outcome)));
        desk.find("Ca đêm", outcome -> found.add(value(outcome)));
        desk.get(id, outcome -> found.add(Optional.of(value(outcome))));
        lane.runReady();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        Optional.of(layout(id, "Ca sáng")), Optional.empty(), Optional.of(layout(id, "Ca sáng")));
        assertThat(desk.questions()).isEmpty();
        assertThat(server.requests).isZero();
    }

    @Test
    void itIsThereAfterARestartAndGoesToTheServerOnceThatKeepsLayouts() {
        LayoutId id = save("Ca sáng");
        desk.close();
        desk = desk();
        lane.runReady();
        assertThat(listed()).containsExactly("Ca sáng");
        sessions.connection(
                new Connection(Phase.AWAY, clock.now(), null, clock.now().plusSeconds(3600)));
        lane.runReady();
        server.there = true;
        sessions.connection(
                new Connection(Phase.ONLINE, clock.now(), null, clock.now().plusSeconds(3600)));
        lane.runReady();
        assertThat(server.of(id)).hasSize(1);
        assertThat(desk.unsent(id)).isEmpty();
    }

    @Test
    void whatIsDeletedIsGoneWithoutAWordToTheServer() {
        LayoutId id = save("Ca sáng");
        desk.delete(id, 0, outcome -> assertThat(value(outcome)).isEqualTo(id));
        lane.runReady();
        assertThat(listed()).isEmpty();
        assertThat(server.requests).isZero();
    }
}
