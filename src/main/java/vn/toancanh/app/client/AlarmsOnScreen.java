package vn.toancanh.app.client;

import java.util.List;
import java.util.function.Consumer;
import vn.toancanh.access.Level;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.alarms.AlarmTiles;
import vn.toancanh.alarms.QueuedSteps;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.central.CentralClient;
import vn.toancanh.deeds.DeedLog;
import vn.toancanh.desk.AlarmChoices;
import vn.toancanh.desk.AlarmSound;
import vn.toancanh.desk.AlarmsOnWalls;
import vn.toancanh.desk.FollowAlarms;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.desk.PlaceRights;
import vn.toancanh.desk.TileMarks;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.Alarm;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ui.alarms.AlarmsModel;

/** The alarms of one desk, from the server to the panel and to the tiles. Lane: DESK. */
final class AlarmsOnScreen implements Handle {
    private final QueuedSteps source;
    private final AlarmBook book;
    private final FollowAlarms following;
    private final AlarmsModel model;
    private final AlarmsOnWalls walls = new AlarmsOnWalls();
    private final AlarmTiles tiles;
    private final List<Handle> held;

    /**
     * @param deeds keeps steps that the server does not answer
     * @param kiosk true at a wall where nobody sits: no tone there
     * @param told what people here should know of such steps
     */
    AlarmsOnScreen(
            CentralClient central,
            DeedLog deeds,
            Catalogue catalogue,
            Preferences preferences,
            boolean kiosk,
            Lane desk,
            Lane compute,
            Clock clock,
            Consumer<Notice> told) {
        source = new QueuedSteps(central.alarms(), deeds::note, saying(told));
        book = new AlarmBook(source, desk);
        following = new FollowAlarms(central.sessions(), book);
        Handle leaving = central.sessions().onChange(state -> {
            if (state.signedIn().isEmpty()) {
                source.forget();
            }
        });
        AlarmChoices choices = new AlarmChoices(preferences);
        PlaceRights rights = new PlaceRights(central.sessions(), catalogue);
        ThreadLane loudspeaker = new ThreadLane("TONE");
        AlarmTone tone = new AlarmTone(loudspeaker);
        AlarmSound sound = new AlarmSound(
                book, tone, choices, central.sessions(), () -> !kiosk && rights.anywhere(Level.OPERATE), desk);
        model = new AlarmsModel(book, source, sound.bell(), desk, compute, rights);
        tiles = new AlarmTiles(
                book, walls, id -> catalogue.snapshot().camera(id).isPresent(), choices::terms, desk, clock);
        held = List.of(
                choices.onChange(tiles::look),
                catalogue.onChange(any -> tiles.look()),
                leaving,
                sound,
                tone,
                loudspeaker);
    }

    private static QueuedSteps.Said saying(Consumer<Notice> told) {
        return new QueuedSteps.Said() {
            @Override
            public void kept(Alarm alarm) {
                told.accept(new Notice("alarms.stepKept", List.of(alarm.title())));
            }

            @Override
            public void late(String title, String by) {
                told.accept(
                        by.isEmpty()
                                ? new Notice("alarms.stepRefused", List.of(title))
                                : new Notice("alarms.stepOvertaken", List.of(title, by)));
            }
        };
    }

    AlarmBook book() {
        return book;
    }

    AlarmsModel model() {
        return model;
    }

    /** Alarms come to that wall, too; what is to be said at its tiles. */
    TileMarks follow(WallDesk wall) {
        return TileMarks.of(tiles, walls, walls.add(wall));
    }

    /** Whether anybody can see that wall: alarms come to no other. */
    void see(WallDesk wall, boolean seen) {
        walls.see(wall, seen);
    }

    @Override
    public void close() {
        held.forEach(Handle::close);
        tiles.close();
        walls.close();
        model.close();
        following.close();
        source.close();
    }
}
