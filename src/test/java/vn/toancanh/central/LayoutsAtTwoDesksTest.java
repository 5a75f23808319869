package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.SaveLayouts;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.store.ClientDatabase;
import vn.toancanh.ui.testing.NoLayouts;
import vn.toancanh.wall.LayoutArchive.Version;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.Unsent;

/** Two desks at our own server, each with its database: what one saves the other hears of, and both that save at once are kept. */
@Tag("slow")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LayoutsAtTwoDesksTest {
    /** A desk that saves, with a disk of its own. */
    private static final class Seat implements AutoCloseable {
        final Desk desk = new Desk();
        final ClientDatabase database;
        final List<Optional<LayoutId>> news = new ArrayList<>();
        SaveLayouts saves;

        Seat(Path folder) {
            database = ClientDatabase.open(folder, desk.lane, Clock.SYSTEM, failure -> {});
            saves = desk.here(() -> saving(desk.client.layouts()));
            desk.here(() -> desk.client.layoutArchive().onNews(news::add));
        }

        private SaveLayouts saving(LayoutLibrary server) {
            return new SaveLayouts(
                    server,
                    desk.client.layoutArchive(),
                    database.unsentLayouts(),
                    desk.client.sessions(),
                    desk.lane,
                    Clock.SYSTEM,
                    UUID::randomUUID,
                    new Random(1));
        }

        Seat signedIn(ServerFixture fixture, String user) {
            assertThat(desk.signIn(fixture.server.baseUri(), user, ServerFixture.PASSWORD))
                    .isInstanceOf(SignInOutcome.SignedIn.class);
            return this;
        }

        Layout save(Layout layout) {
            return Desk.value(desk.<Outcome<Layout>>ask(answer -> saves.save(layout, answer)));
        }

        void sent(LayoutId id) {
            desk.until(() -> saves.unsent(id).isEmpty());
        }

        List<Version> history(LayoutId id) {
            return Desk.value(desk.<Outcome<List<Version>>>ask(
                    answer -> desk.client.layoutArchive().history(id, answer)));
        }

        @Override
        public void close() {
            desk.here(() -> {
                saves.close();
                return 0;
            });
            desk.close();
            database.close();
        }
    }

    private ServerFixture fixture;
    private Seat one;
    private Seat other;

    @BeforeEach
    void open(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data.resolve("server"));
        one = new Seat(data.resolve("one")).signedIn(fixture, "operator");
        other = new Seat(data.resolve("other")).signedIn(fixture, "administrator");
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        fixture.close();
    }

    private static Layout layout(String name, String camera) {
        return new Layout(
                null,
                name,
                Scope.CITY,
                new Grid(1, 1),
                List.of(new Cell(0, 0, 1, 1, new CellContent.OfCamera(new CameraId(camera), StreamChoice.AUTO))),
                0);
    }

    private static LayoutId id(Layout layout) {
        return Objects.requireNonNull(layout.id());
    }

    private static Layout with(Layout layout, String camera) {
        return layout(layout.name(), camera).as(layout.id(), layout.name(), layout.scope(), layout.version());
    }

    @Test
    void whatOneSavesTheOtherHearsOfAndOpens() {
        other.desk.until(() -> !other.news.isEmpty());
        other.desk.here(() -> {
            other.news.clear();
            return 0;
        });
        LayoutId id = id(one.save(layout("Ca sáng", "c-1")));
        one.sent(id);
        other.desk.until(() -> other.news.contains(Optional.of(id)));
        Layout opened = Desk.value(other.desk.<Outcome<Layout>>ask(answer -> other.saves.get(id, answer)));
        assertThat(opened.says(layout("Ca sáng", "c-1"))).isTrue();
        List<Version> versions = other.history(id);
        assertThat(versions).hasSize(1);
        assertThat(versions.getFirst().savedBy()).isEqualTo("Ca operator");
        assertThat(versions.getFirst().savedAt()).isNotNull();
    }

    @Test
    void bothThatSaveAtOnceAreKept() {
        LayoutId id = id(one.save(layout("A", "c-1")));
        one.sent(id);
        Layout base = Desk.value(one.desk.<Outcome<Layout>>ask(answer -> one.saves.get(id, answer)));
        one.desk.lane.execute(() -> one.saves.save(with(base, "c-2"), any -> {}));
        other.desk.lane.execute(() -> other.saves.save(with(base, "c-3"), any -> {}));
        one.desk.until(() ->
                one.saves.known(id, 2).isPresent() || !one.saves.questions().isEmpty());
        other.desk.until(() ->
                other.saves.known(id, 2).isPresent() || !other.saves.questions().isEmpty());
        boolean oneAsked = one.desk.here(() -> !one.saves.questions().isEmpty());
        boolean otherAsked = other.desk.here(() -> !other.saves.questions().isEmpty());
        assertThat(oneAsked).as("one of them is asked").isNotEqualTo(otherAsked);
        Seat asked = oneAsked ? one : other;
        Unsent question = asked.desk.here(() -> asked.saves.questions().getFirst());
        assertThat(Objects.requireNonNull(question.theirs()).layout().version()).isEqualTo(2);
        asked.desk.here(() -> {
            asked.saves.keepMine(id);
            return 0;
        });
        asked.sent(id);
        assertThat(one.history(id)).hasSize(3);
    }

    @Test
    void whatIsLockedBecomesAQuestionAndGoesOnWhenItIsFree() {
        LayoutId id = id(one.save(layout("A", "c-1")));
        one.sent(id);
        LayoutFacts locked = Desk.value(other.desk.<Outcome<LayoutFacts>>ask(
                answer -> other.desk.client.layoutArchive().lock(id, true, answer)));
        assertThat(Objects.requireNonNull(locked.lock()).own()).isTrue();
        Layout base = Desk.value(one.desk.<Outcome<Layout>>ask(answer -> one.saves.get(id, answer)));
        one.save(with(base, "c-2"));
        one.desk.until(() -> !one.saves.questions().isEmpty());
        assertThat(one.desk.here(() -> one.saves.questions().getFirst().state()))
                .isEqualTo(Unsent.State.LOCKED);
        other.desk.<Outcome<LayoutFacts>>ask(
                answer -> other.desk.client.layoutArchive().lock(id, false, answer));
        one.desk.here(() -> {
            one.saves.keepMine(id);
            return 0;
        });
        one.sent(id);
        assertThat(one.history(id)).hasSize(2);
    }

    /** A desk that is gone before it hears what became of its save. */
    private LayoutId savedAndKilled(Path disk, boolean reachesTheServer) {
        List<Layout> sent = new ArrayList<>();
        LayoutId id;
        try (Seat killed = new Seat(disk)) {
            killed.desk.here(() -> {
                killed.saves.close();
                killed.saves = killed.saving(new NoLayouts() {
                    @Override
                    public void save(Layout layout, Consumer<Outcome<Layout>> answer) {
                        sent.add(layout);
                        if (reachesTheServer) {
                            killed.desk.client.layouts().save(layout, any -> sent.add(layout));
                        }
                    }
                });
                return 0;
            });
            killed.signedIn(fixture, "operator");
            id = id(killed.save(layout("A", "c-1")));
            killed.desk.until(() -> sent.size() == (reachesTheServer ? 2 : 1));
        }
        return id;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatADeskSavedIsSentOnceByWhoeverStartsItAgain(boolean reachedTheServer, @TempDir Path disk) {
        LayoutId id = savedAndKilled(disk, reachedTheServer);
        try (Seat again = new Seat(disk).signedIn(fixture, "operator")) {
            again.desk.until(() -> again.saves.known(id, 1).isPresent());
            again.sent(id);
            assertThat(again.history(id)).hasSize(1);
        }
        try (Seat later = new Seat(disk).signedIn(fixture, "operator")) {
            later.sent(id);
            assertThat(later.history(id)).hasSize(1);
        }
    }
}
