package vn.toancanh.app.client;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import vn.toancanh.access.Connection;
import vn.toancanh.access.OfflineRights;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.catalogue.CatalogueState;
import vn.toancanh.central.CentralClient;
import vn.toancanh.desk.GoOnHere;
import vn.toancanh.desk.KeepGrants;
import vn.toancanh.desk.KeepLayouts;
import vn.toancanh.desk.PasswordTries;
import vn.toancanh.live.Cause;
import vn.toancanh.live.LiveCommons;
import vn.toancanh.live.StreamGrants;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.store.ClientDatabase;

/** What goes on at this desk while the server cannot be asked, and ends when its time is over. Lane: DESK. */
final class WithoutServer implements Handle {
    /** What a server that comes back may put right at once. */
    private static final Set<Cause> OF_THE_SERVER =
            EnumSet.of(Cause.SERVER_AWAY, Cause.SERVER_REFUSED, Cause.GRANT_OVER);

    private final Lane desk;
    private final Clock clock;
    private final ClientDatabase database;
    private final OfflineRights rights;

    WithoutServer(Lane desk, Clock clock, ClientDatabase database) {
        this.desk = desk;
        this.clock = clock;
        this.database = database;
        this.rights = new OfflineRights(desk, clock, database.rights());
    }

    OfflineRights rights() {
        return rights;
    }

    GoOnHere here(Preferences preferences, PasswordTries tries) {
        return new GoOnHere(rights, database.passwords(), preferences, tries);
    }

    /** Grants of that server, and by what is kept of them. */
    StreamGrants grants(CentralClient central, Catalogue catalogue, List<Handle> held) {
        KeepGrants kept = new KeepGrants(central.grants(), database.grants(), central.sessions(), rights, desk, clock);
        held.add(kept);
        held.add(catalogue.onState(state -> {
            if (isFresh(state)) {
                kept.onlyOf(id -> catalogue.snapshot().camera(id).isPresent());
            }
        }));
        return kept;
    }

    /** Layouts of that server, and what is kept of them. */
    KeepLayouts layouts(CentralClient central, List<Handle> held) {
        KeepLayouts kept = new KeepLayouts(
                central.layouts(),
                central.wholeLayouts(),
                database.layouts(),
                central.sessions(),
                desk,
                RandomGenerator.getDefault());
        held.add(kept);
        return kept;
    }

    /** The server has just said which cameras there are. */
    private static boolean isFresh(CatalogueState state) {
        return state.asOf() != null && !state.fetching() && !state.fromCache() && state.failure() == null;
    }

    /** Another session state: pictures end where nobody may see them any more, and come back where somebody may. */
    static void follow(SessionState state, List<WallOnScreen> walls, LiveCommons commons) {
        boolean lapsed = state.connection().phase() == Connection.Phase.LAPSED;
        for (WallOnScreen wall : walls) {
            if (lapsed) {
                wall.shown().leave();
                wall.live().withhold(Cause.RIGHTS_OVER);
            } else {
                wall.live().allow();
            }
        }
        if (state.connection().isOnline()) {
            walls.forEach(wall -> wall.live().tryNow(OF_THE_SERVER));
            commons.comeback().everywhere();
        }
    }

    @Override
    public void close() {
        rights.close();
    }
}
