package vn.toancanh.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionState;
import vn.toancanh.administration.AdministrationService;
import vn.toancanh.administration.AdministrationService.Feature;
import vn.toancanh.administration.CertificateService;
import vn.toancanh.administration.Doors;
import vn.toancanh.administration.PublishingService;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.administration.TrailService;
import vn.toancanh.administration.VisitorCamera;
import vn.toancanh.model.SiteId;

/** Which doors of administration the rights of whoever is signed in open. Lane: DESK. */
public final class AdministrationDoors {
    private AdministrationDoors() {}

    /** The same at a server that publishes nothing. */
    public static Doors of(SessionState state, AdministrationService service) {
        return of(state, service, PublishingService.NONE);
    }

    /** The same at a server that has no audit trail. */
    public static Doors of(SessionState state, AdministrationService service, PublishingService publishing) {
        return of(state, service, publishing, TrailService.NONE);
    }

    /** The same at a server that does not tell of which cameras a certificate is accepted. */
    public static Doors of(
            SessionState state, AdministrationService service, PublishingService publishing, TrailService trail) {
        return of(state, service, publishing, CertificateService.NONE, trail);
    }

    /** None while nobody is signed in, and where the server told no rights. */
    public static Doors of(
            SessionState state,
            AdministrationService service,
            PublishingService publishing,
            CertificateService certificates,
            TrailService trail) {
        Optional<Session> session = state.signedIn();
        boolean offered = service.offers(Feature.PEOPLE);
        boolean all =
                trail.offered() && session.filter(AdministrationDoors::readsAll).isPresent();
        boolean part = !all
                && trail.partsOffered()
                && session.filter(AdministrationDoors::readsPart).isPresent();
        boolean reads = all || part;
        if (session.isEmpty() || (!offered && !reads)) {
            return Doors.NONE;
        }
        Session who = session.get();
        List<Right> rights = configuring(who.rights());
        boolean deniedAll = who.denials().stream()
                .anyMatch(denial -> denial.site() == null && denial.tags().isEmpty());
        boolean people = offered && !rights.isEmpty() && !deniedAll;
        boolean wholeCity = people && rights.stream().anyMatch(AdministrationDoors::everywhere);
        return new Doors(
                offered,
                people,
                wholeCity,
                wholeCity && who.denials().isEmpty() && service.offers(Feature.POLICY),
                people && publishing.offered(),
                people && certificates.offered(),
                reads,
                part,
                service.offers(Feature.VALIDITY),
                sites(rights.stream()),
                sites(who.denials().stream()),
                who.user(),
                who.roles().isEmpty() ? "" : who.roles().getFirst(),
                wholeCity ? 100 : who.ptzPriority());
    }

    /** True where that camera is whoever is signed in's to show to visitors. */
    public static boolean mayPublish(Session who, SiteLines lines, VisitorCamera camera) {
        return who.mayAt(Level.CONFIGURE, lines.above(camera.site()), camera.tags());
    }

    /** As the server judges it: whoever manages the city, though some of it may be denied to him. */
    private static boolean readsAll(Session who) {
        return !who.rights().isEmpty() && who.mayAt(Level.MANAGE, List.of(), List.of());
    }

    /** And whoever manages something somewhere. */
    private static boolean readsPart(Session who) {
        return !who.rights().isEmpty() && who.mayAnywhere(Level.MANAGE);
    }

    private static List<Right> configuring(List<Right> rights) {
        return rights.stream().filter(right -> right.level() == Level.CONFIGURE).toList();
    }

    private static boolean everywhere(Right right) {
        return right.site() == null && right.tags().isEmpty();
    }

    private static Set<SiteId> sites(Stream<Right> rights) {
        return rights.filter(right -> right.tags().isEmpty())
                .flatMap(right -> Stream.ofNullable(right.site()))
                .collect(Collectors.toSet());
    }
}
