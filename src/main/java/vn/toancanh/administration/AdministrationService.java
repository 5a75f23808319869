package vn.toancanh.administration;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/**
 * The port to whoever keeps users, roles and sites: the central server. What somebody does not administer is not listed. A
 * change of what somebody else changed since it was seen fails as a {@code CONFLICT} with that kind's own text; where the server
 * names fields, the cause is {@link FieldRefused}. Lane: DESK; every answer comes on DESK, once.
 */
public interface AdministrationService {
    /** Parts that a server may lack. */
    enum Feature {
        /** Users, roles, sites, one's own sessions and password. */
        PEOPLE,
        /** The way streams take. */
        POLICY,
        /** Accounts that are good for some days only. */
        VALIDITY,
        /** Roles that say when a desk locks by itself. */
        LOCK
    }

    /** Whether the server that is signed in at has it. */
    boolean offers(Feature feature);

    void accounts(Consumer<Outcome<List<Account>>> answer);

    /**
     * Makes a user.
     *
     * @param password 8 to 256 characters
     */
    void add(Account wanted, Secret password, Consumer<Outcome<Account>> answer);

    /** Changes one, of the version that it names. */
    void change(Account wanted, Consumer<Outcome<Account>> answer);

    void remove(Account seen, Consumer<Outcome<Boolean>> answer);

    /** His sessions end. */
    void setPassword(Account account, Secret password, Consumer<Outcome<Boolean>> answer);

    /** The newest first. */
    void sessions(Account account, Consumer<Outcome<List<HeldSession>>> answer);

    void endSessions(Account account, Consumer<Outcome<Boolean>> answer);

    void roles(Consumer<Outcome<List<Role>>> answer);

    /** Makes a role where it has no id, else changes the version that it names. */
    void put(Role wanted, Consumer<Outcome<Role>> answer);

    void remove(Role seen, Consumer<Outcome<Boolean>> answer);

    /** Those that may be seen; one whose parent may not stands as a root. */
    void sites(Consumer<Outcome<List<Site>>> answer);

    /** One of them as it is now, to be changed. */
    void site(SiteId id, Consumer<Outcome<SiteVersion>> answer);

    /**
     * Makes a site.
     *
     * @param parent null: at the root
     */
    void add(@Nullable SiteId parent, String name, Consumer<Outcome<SiteVersion>> answer);

    /** Gives it another name or place. */
    void change(SiteVersion wanted, Consumer<Outcome<SiteVersion>> answer);

    /** Only where nothing hangs on it. */
    void remove(SiteVersion seen, Consumer<Outcome<Boolean>> answer);

    void policy(Consumer<Outcome<StreamPolicy>> answer);

    /** Holds for grants given from then on. */
    void change(StreamPolicy seen, StreamPolicy wanted, Consumer<Outcome<StreamPolicy>> answer);

    /** Where whoever is signed in is signed in; the newest first. */
    void ownSessions(Consumer<Outcome<List<HeldSession>>> answer);

    void endOwnSession(HeldSession session, Consumer<Outcome<Boolean>> answer);

    /** All other sessions of this person end. */
    void changeOwnPassword(Secret old, Secret fresh, Consumer<Outcome<Boolean>> answer);
}
