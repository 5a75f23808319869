package vn.toancanh.desk;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.WallsHeld;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWalls;
import vn.toancanh.wall.remote.Control;
import vn.toancanh.wall.remote.Push;
import vn.toancanh.wall.remote.WallStanding;

/**
 * Notes for the handover what this desk does with walls of the city: which do what they are told, which are controlled from here from then on, and which are
 * not any more, also where somebody else has ended that. Whose control it is is known by the name that the server tells. Lane: DESK.
 */
public final class NoteWalls implements WallEar, AcrossShifts.Notes, Handle {
    private final Clock clock;
    private final ShiftBook book;
    private final CityWalls walls;
    private final SessionService sessions;
    /** Those that are controlled from here, by their ids. */
    private final Map<String, Report.HeldWall> held = new LinkedHashMap<>();
    /** Those of which nobody has said whether they heard what they were told; what they are called, by their ids. */
    private final Map<String, String> unsure = new LinkedHashMap<>();
    /** How often each was told something: what was seen of it before says nothing. */
    private final Map<String, Integer> orders = new HashMap<>();

    private final Handle news;
    private final Handle following;

    public NoteWalls(Clock clock, ShiftBook book, CityWalls walls, SessionService sessions) {
        this.clock = clock;
        this.book = book;
        this.walls = walls;
        this.sessions = sessions;
        this.news = walls.onNews(new News());
        this.following = new AcrossShifts(book, this);
    }

    private final class News implements CityWalls.News {
        @Override
        public void changed(String wallId) {
            look(wallId);
        }

        @Override
        public void told(String wallId) {
            // who controls it is told as a change
        }

        @Override
        public void settled(String orderId, CityWalls.Fate fate, String detail) {
            // an order that came to nothing has taken control all the same
        }

        @Override
        public void afresh() {
            lookAtAll();
        }
    }

    @Override
    public void told(CityWall wall, boolean sure) {
        orders.merge(wall.id(), 1, Integer::sum);
        if (sure) {
            hold(wall.id(), wall.name());
        } else if (!held.containsKey(wall.id())) {
            unsure.put(wall.id(), wall.name());
        }
        look(wall.id());
    }

    @Override
    public void done(CityWall wall, Push.What what, String name) {
        book.note(Happening.WALL_TOLD, wall.name(), name, Note.UNKNOWN);
        Report.HeldWall now = held.get(wall.id());
        // What is done with single tiles leaves the rest as it was.
        boolean whole = what instanceof Push.What.OfScene
                || what instanceof Push.What.OfLayout
                || what instanceof Push.What.Blank;
        if (now != null && whole && !name.equals(now.last())) {
            held.put(wall.id(), new Report.HeldWall(now.wall(), name, now.since()));
            book.note(Happening.WALL_SHOWN, wall.id(), name, Note.UNKNOWN);
        }
    }

    @Override
    public void released(CityWall wall) {
        orders.merge(wall.id(), 1, Integer::sum);
        left(wall.id());
    }

    private void hold(String id, String name) {
        unsure.remove(id);
        if (!held.containsKey(id)) {
            held.put(id, new Report.HeldWall(name, "", clock.now()));
            book.note(Happening.WALL_HELD, id, name, Note.UNKNOWN);
        }
    }

    private void left(String id) {
        unsure.remove(id);
        if (held.remove(id) != null) {
            book.note(Happening.WALL_LEFT, id, "", Note.UNKNOWN);
        }
    }

    private void lookAtAll() {
        Stream.concat(held.keySet().stream(), unsure.keySet().stream()).toList().forEach(this::look);
    }

    private void look(String id) {
        if (!held.containsKey(id) && !unsure.containsKey(id)) {
            return;
        }
        int seen = orders.getOrDefault(id, 0);
        walls.standing(id, outcome -> {
            if (seen != orders.getOrDefault(id, 0)) {
                // What it was told since has it looked at again.
                return;
            }
            switch (outcome) {
                case Outcome.Done<WallStanding>(WallStanding now) -> stands(id, now.control());
                case Outcome.Failed<WallStanding>(Failure why) -> {
                    if (why.kind() == Failure.Kind.NOT_FOUND) {
                        left(id);
                    }
                }
            }
        });
    }

    private void stands(String id, Optional<Control> control) {
        Optional<String> who = sessions.state().signedIn().map(Session::displayName);
        if (who.isEmpty()) {
            return;
        }
        String name = unsure.get(id);
        if (control.map(Control::name).filter(who.get()::equals).isEmpty()) {
            left(id);
        } else if (name != null) {
            hold(id, name);
        }
    }

    @Override
    public void takeOver() {
        held.forEach((id, wall) -> {
            long seconds =
                    Math.max(0, Duration.between(wall.since(), clock.now()).toSeconds());
            book.note(Happening.WALL_HELD, id, wall.wall(), seconds);
            if (!wall.last().isEmpty()) {
                book.note(Happening.WALL_SHOWN, id, wall.last(), Note.UNKNOWN);
            }
        });
    }

    @Override
    public void begin(List<Note> notes) {
        held.clear();
        unsure.clear();
        held.putAll(WallsHeld.of(notes));
        if (walls.offered()) {
            lookAtAll();
        }
    }

    @Override
    public void close() {
        news.close();
        following.close();
    }
}
