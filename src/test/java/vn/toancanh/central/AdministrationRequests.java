package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.AdministrationService;
import vn.toancanh.administration.ExportFile;
import vn.toancanh.administration.Grant;
import vn.toancanh.administration.HeldSession;
import vn.toancanh.administration.Hours;
import vn.toancanh.administration.Level;
import vn.toancanh.administration.Role;
import vn.toancanh.administration.SiteVersion;
import vn.toancanh.administration.StreamPolicy;
import vn.toancanh.administration.StreamPolicy.Way;
import vn.toancanh.administration.TrailService;
import vn.toancanh.administration.TrailService.Wanted;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** What somebody who administers can ask a server, with every field that he can fill in. */
final class AdministrationRequests {
    private static final Secret PASSWORD = Secret.of("mot-mat-khau-khac");
    private static final Instant THEN = Instant.parse("2026-11-21T06:00:00Z");
    private static final CameraId CAMERA = new CameraId("c-1024");
    private static final SiteId SITE = new SiteId("hoan-kiem");

    private final Desk desk;
    private final CentralClient client;

    AdministrationRequests(Desk desk) {
        this.desk = desk;
        this.client = desk.client;
    }

    void all() {
        people();
        places();
        own();
        trail();
    }

    private <T> T get(Consumer<Consumer<Outcome<T>>> question) {
        return Desk.value(desk.<Outcome<T>>ask(question));
    }

    private void people() {
        AdministrationService service = client.administration();
        Account account = this.<List<Account>>get(service::accounts).getFirst();
        Account days = new Account(
                account.id(),
                account.username(),
                account.displayName(),
                account.roleId(),
                false,
                LocalDate.of(2026, 11, 1),
                null,
                account.version());
        this.<Account>get(answer -> service.add(account, PASSWORD, answer));
        this.<Account>get(answer -> service.change(days, answer));
        this.<Boolean>get(answer -> service.setPassword(account, PASSWORD, answer));
        this.<List<HeldSession>>get(answer -> service.sessions(account, answer));
        this.<Boolean>get(answer -> service.endSessions(account, answer));
        this.<Boolean>get(answer -> service.remove(account, answer));
        Role role = this.<List<Role>>get(service::roles).getFirst();
        Role full = new Role(
                "",
                "Trực đêm",
                false,
                List.of(new Grant(Level.OPERATE, SITE, "", true), new Grant(Level.VIEW, null, "noi-bo", false)),
                40,
                true,
                true,
                List.of(new Hours(List.of(DayOfWeek.MONDAY), "22:00", "06:00")),
                15,
                0,
                true,
                0);
        this.<Role>get(answer -> service.put(full, answer));
        this.<Role>get(answer -> service.put(role, answer));
        this.<Boolean>get(answer -> service.remove(role, answer));
    }

    private void places() {
        AdministrationService service = client.administration();
        Site site = this.<List<Site>>get(service::sites).getLast();
        SiteVersion seen = this.<SiteVersion>get(answer -> service.site(site.id(), answer));
        this.<SiteVersion>get(answer -> service.add(site.id(), "Ngã tư", answer));
        this.<SiteVersion>get(answer -> service.add(null, "Hải Phòng", answer));
        this.<SiteVersion>get(answer -> service.change(seen, answer));
        this.<Boolean>get(answer -> service.remove(seen, answer));
        StreamPolicy policy = this.<StreamPolicy>get(service::policy);
        StreamPolicy elsewhere = new StreamPolicy(Way.DIRECT, Map.of(SITE, Way.RELAY), "rtsps://tram.vn:8322");
        this.<StreamPolicy>get(answer -> service.change(policy, elsewhere, answer));
    }

    private void own() {
        AdministrationService service = client.administration();
        HeldSession held = this.<List<HeldSession>>get(service::ownSessions).getFirst();
        this.<Boolean>get(answer -> service.endOwnSession(held, answer));
        this.<Boolean>get(answer -> service.changeOwnPassword(PASSWORD, PASSWORD, answer));
    }

    private void trail() {
        TrailService trail = client.trail();
        TrailService.Page first = this.<TrailService.Page>get(answer -> trail.search(Wanted.ALL, "", answer));
        Wanted narrow =
                new Wanted(THEN, THEN.plusSeconds(60), "truc.ban", "stream.", Optional.of(CAMERA), Optional.of(SITE));
        this.<TrailService.Page>get(answer -> trail.search(narrow, first.next(), answer));
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        ExportFile file = new ExportFile() {
            @Override
            public OutputStream open() {
                return kept;
            }

            @Override
            public void keep() {}

            @Override
            public void drop() {}
        };
        assertThat(this.<Long>get(answer -> trail.export(narrow, file, answer))).isEqualTo(1);
    }
}
