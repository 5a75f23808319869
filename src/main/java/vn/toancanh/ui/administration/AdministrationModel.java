package vn.toancanh.ui.administration;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.administration.AdministrationBook;
import vn.toancanh.administration.AdministrationService;
import vn.toancanh.administration.CertificateService;
import vn.toancanh.administration.Doors;
import vn.toancanh.administration.PublishingService;
import vn.toancanh.administration.VisitorCamera;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.AdministrationDoors;

/** What whoever is signed in may administer, and what is known of it. Outlives the views. FX thread. */
public final class AdministrationModel implements Handle {
    private final AdministrationService service;
    private final PublishingService publishing;
    private final CertificateService certificates;
    private final AdministrationBook book;
    private final SessionService sessions;
    private final BiConsumer<Session, Secret> granted;
    private final TrailParts trail;
    private final ReadOnlyObjectWrapper<Doors> doors = new ReadOnlyObjectWrapper<>(Doors.NONE);
    private final Handle following;
    private Optional<Session> session = Optional.empty();
    private Optional<String> whose = Optional.empty();

    /** @param granted told the password that whoever is signed in has since now */
    public AdministrationModel(
            AdministrationService service,
            PublishingService publishing,
            CertificateService certificates,
            SessionService sessions,
            BiConsumer<Session, Secret> granted,
            TrailParts trail) {
        this.service = service;
        this.publishing = publishing;
        this.certificates = certificates;
        this.sessions = sessions;
        this.granted = granted;
        this.trail = trail;
        this.book = new AdministrationBook(service);
        this.following = sessions.onChange(this::changed);
        changed(sessions.state());
    }

    private void changed(SessionState state) {
        Optional<String> now = state.signedIn().map(session -> session.server() + " " + session.user());
        if (!now.equals(whose)) {
            // What one person administers is not for the eyes of the next.
            book.forget();
            whose = now;
        }
        session = state.signedIn();
        doors.set(AdministrationDoors.of(state, service, publishing, certificates, trail.service()));
    }

    /** What is shown to whoever is signed in. */
    public ReadOnlyObjectProperty<Doors> doors() {
        return doors.getReadOnlyProperty();
    }

    /** Who that is, with his server; empty where nobody is. */
    public Optional<String> whose() {
        return whose;
    }

    /** The server has said yes to that password of whoever is signed in. */
    void ownPassword(Secret fresh) {
        sessions.current().ifPresent(session -> granted.accept(session, fresh));
    }

    AdministrationService service() {
        return service;
    }

    TrailParts trail() {
        return trail;
    }

    PublishingService publishing() {
        return publishing;
    }

    CertificateService certificates() {
        return certificates;
    }

    /** True where that camera is his to show to visitors. */
    boolean mayPublish(VisitorCamera camera) {
        return session.filter(who -> AdministrationDoors.mayPublish(who, book.lines(), camera))
                .isPresent();
    }

    AdministrationBook book() {
        return book;
    }

    @Override
    public void close() {
        following.close();
    }
}
