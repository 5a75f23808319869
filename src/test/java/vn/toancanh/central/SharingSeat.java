package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.alarms.QueuedSteps;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Outcome;
import vn.toancanh.deeds.DeedLog;
import vn.toancanh.deeds.DeedOwner;
import vn.toancanh.desk.FollowAlarms;
import vn.toancanh.desk.SaveLayouts;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.store.ClientDatabase;
import vn.toancanh.wall.LayoutLibrary;

/**
 * A desk with a disk of its own, without a screen: it works at alarms, saves layouts, and does both while the server is away; it steers
 * one head.
 */
final class SharingSeat implements AutoCloseable {
    final Desk desk;
    final SteeringSeat hands;
    private final ClientDatabase database;
    private final SaveLayouts saves;
    private final DeedLog deeds;
    private final QueuedSteps steps;
    private final AlarmBook book;
    private final FollowAlarms following;

    /** @param desk nobody is signed in at it yet; it ends with this */
    SharingSeat(Path disk, Desk desk, URI server, String user) {
        this.desk = desk;
        hands = new SteeringSeat(desk);
        database = ClientDatabase.open(disk, desk.lane, Clock.SYSTEM, failure -> {});
        saves = desk.here(() -> new SaveLayouts(
                desk.client.layouts(),
                desk.client.layoutArchive(),
                database.unsentLayouts(),
                desk.client.sessions(),
                desk.lane,
                Clock.SYSTEM,
                UUID::randomUUID,
                new Random(1)));
        deeds = desk.here(() -> new DeedLog(
                desk.lane,
                Clock.SYSTEM,
                database.deeds(),
                desk.client.deeds(),
                UUID::randomUUID,
                new Random(1),
                refused -> {}));
        steps = desk.here(() -> new QueuedSteps(desk.client.alarms(), deeds::note, new QueuedSteps.Said() {
            @Override
            public void kept(Alarm alarm) {}

            @Override
            public void late(String title, String by) {}
        }));
        book = desk.here(() -> new AlarmBook(steps, desk.lane));
        following = desk.here(() -> new FollowAlarms(desk.client.sessions(), book));
        DeedOwner owner = new DeedOwner(server, user);
        desk.here(() -> desk.client
                .sessions()
                .onChange(state -> deeds.follow(owner, state.connection().isOnline())));
        assertThat(desk.signIn(server, user, ServerFixture.PASSWORD)).isInstanceOf(SignInOutcome.SignedIn.class);
        hands.watch();
    }

    Optional<Alarm> alarm(String id) {
        return book.find(new AlarmId(id));
    }

    void untilAlarm(String id, AlarmStep step) {
        desk.until(() -> alarm(id).filter(alarm -> alarm.step() == step).isPresent());
    }

    void untilClosed(String id) {
        desk.until(() -> alarm(id).isEmpty());
    }

    /** Titles of the alarms that are open at this desk. */
    List<String> alarms() {
        return desk.here(() -> book.list().stream().map(Alarm::title).sorted().toList());
    }

    void accept(String id) {
        untilAlarm(id, AlarmStep.NEW);
        desk.here(() -> {
            book.move(new AlarmId(id), AlarmStep.ACKNOWLEDGED);
            return 0;
        });
        untilAlarm(id, AlarmStep.ACKNOWLEDGED);
    }

    void finish(String id, String note) {
        Alarm seen = desk.here(() -> alarm(id).orElseThrow());
        Desk.value(desk.<Outcome<Alarm>>ask(answer -> steps.finish(seen, AlarmOutcome.HANDLED, note, answer)));
    }

    LayoutId save(String name) {
        Layout layout = new Layout(
                null,
                name,
                Layout.Scope.CITY,
                new Grid(1, 1),
                List.of(new Cell(0, 0, 1, 1, new CellContent.OfCamera(new CameraId("c-1"), StreamChoice.AUTO))),
                0);
        Layout saved = Desk.value(desk.<Outcome<Layout>>ask(answer -> saves.save(layout, answer)));
        return Objects.requireNonNull(saved.id());
    }

    boolean unsent(LayoutId id) {
        return desk.here(() -> saves.unsent(id).isPresent());
    }

    void sent(LayoutId id) {
        desk.until(() -> saves.unsent(id).isEmpty());
    }

    /** Name and version of every layout at the server, as often as it is there. */
    List<String> layouts() {
        return Desk.value(desk.<Outcome<List<LayoutLibrary.Entry>>>ask(
                        answer -> desk.client.layouts().list(answer)))
                .stream()
                .map(entry -> entry.name() + " " + entry.version())
                .toList();
    }

    void untilOnline() {
        desk.until(() -> desk.client.sessions().state().connection().isOnline());
    }

    @Override
    public void close() {
        desk.here(() -> {
            following.close();
            steps.close();
            saves.close();
            return 0;
        });
        hands.close();
        database.close();
    }
}
