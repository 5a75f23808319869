package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import vn.toancanh.administration.PublishingService;
import vn.toancanh.alarms.AlarmDeed;
import vn.toancanh.alarms.AlarmSource;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedSender;
import vn.toancanh.live.StreamGrants;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamRole;
import vn.toancanh.shift.Handover;
import vn.toancanh.shift.HandoverDeed;
import vn.toancanh.shift.HandoverService.Document;
import vn.toancanh.shift.Reporting;
import vn.toancanh.shift.Shift;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.Timetable;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWalls;
import vn.toancanh.wall.remote.Push;
import vn.toancanh.wall.remote.Registered;
import vn.toancanh.wall.remote.Scene;
import vn.toancanh.wall.remote.ScreenHealth;
import vn.toancanh.wall.remote.ScreenReport;
import vn.toancanh.wall.remote.WallStanding;

/** Everything that a desk that is signed in can ask a server, with every field and parameter that it can fill in. */
final class DeskRequests {
    private static final Instant THEN = Instant.parse("2026-11-21T06:00:00Z");
    private static final Secret PASSWORD = Secret.of("mot-mat-khau-khac");
    private static final CameraId CAMERA = new CameraId("c-1024");
    private static final SiteId SITE = new SiteId("hoan-kiem");

    private final Desk desk;
    private final CentralClient client;

    DeskRequests(Desk desk) {
        this.desk = desk;
        this.client = desk.client;
    }

    void all() {
        catalogue();
        layouts();
        deeds(alarms());
        new HeadRequests(client.heads()).all();
        walls();
        handovers();
        new AdministrationRequests(desk).all();
    }

    private <T> T get(Consumer<Consumer<Outcome<T>>> question) {
        return Desk.value(desk.<Outcome<T>>ask(question));
    }

    private void catalogue() {
        CatalogueUpdate city =
                this.<CatalogueUpdate>get(answer -> client.catalogue().fetch("", answer));
        assertThat(city)
                .isInstanceOfSatisfying(
                        CatalogueUpdate.Whole.class,
                        whole -> this.<CatalogueUpdate>get(answer ->
                                client.catalogue().fetch(whole.contents().syncToken(), answer)));
        this.<PublishingService.Found>get(answer -> client.publishing().find("trang tien", true, answer));
        this.<Boolean>get(answer -> client.publishing().publish(CAMERA, true, answer));
        List<StreamGrants.Answer> granted =
                desk.ask(answer -> client.grants().ask(List.of(new Wish(CAMERA, StreamRole.SUB)), answer));
        assertThat(granted.getFirst().grant()).isNotNull();
    }

    private static Layout fresh() {
        return new Layout(
                null,
                "Ca đêm",
                Layout.Scope.CITY,
                new Grid(5, 1),
                List.of(
                        new Cell(0, 0, 1, 1, CellContent.EMPTY),
                        new Cell(1, 0, 1, 1, new CellContent.OfCamera(CAMERA, StreamChoice.AUTO)),
                        new Cell(2, 0, 1, 1, new CellContent.Unknown("map", "not json")),
                        new Cell(
                                3,
                                0,
                                1,
                                1,
                                new CellContent.Carousel(List.of(
                                        new CellContent.Carousel.Stop(CAMERA, 10),
                                        new CellContent.Carousel.Stop(new CameraId("c-1025"), 5)))),
                        new Cell(4, 0, 1, 1, CellContent.HOTSPOT)),
                0);
    }

    private void layouts() {
        LayoutLibrary library = client.layouts();
        LayoutArchive archive = client.layoutArchive();
        LayoutId id =
                this.<List<LayoutLibrary.Entry>>get(library::list).getFirst().id();
        this.<List<Layout>>get(client.wholeLayouts()::all);
        this.<Optional<Layout>>get(answer -> library.find("Ca ngày", answer));
        Layout known = this.<Layout>get(answer -> library.get(id, answer));
        this.<Layout>get(answer -> library.save(fresh(), answer));
        LayoutId chosen = new LayoutId(UUID.randomUUID().toString());
        this.<Layout>get(answer -> library.save(fresh().as(chosen, "Ca đêm", Layout.Scope.ROLE, 0), answer));
        this.<Layout>get(answer -> library.save(known, answer));
        assertThat(this.<List<LayoutArchive.Version>>get(answer -> archive.history(id, answer)))
                .isNotEmpty();
        this.<LayoutFacts>get(answer -> archive.lock(id, true, answer));
        this.<LayoutFacts>get(answer -> archive.lock(id, false, answer));
        this.<List<Timetable>>get(client.timetables()::all);
        var mornings = new vn.toancanh.wall.Shift(
                EnumSet.of(DayOfWeek.MONDAY), LocalTime.of(6, 0), LocalTime.of(14, 0), 1, id, "Ca ngày");
        this.<Timetable>get(answer -> client.timetables().set(id, List.of(mornings), 3, answer));
        this.<LayoutId>get(answer -> library.delete(id, known.version(), answer));
    }

    private Alarm alarms() {
        AlarmSource alarms = client.alarms();
        Alarm alarm = this.<List<Alarm>>get(alarms::open).getFirst();
        this.<Alarm>get(answer -> alarms.get(alarm.id(), answer));
        this.<Alarm>get(answer -> alarms.move(alarm, AlarmStep.IN_PROGRESS, answer));
        this.<Alarm>get(answer -> alarms.finish(alarm, AlarmOutcome.HANDLED, "Đã nhắc nhở", answer));
        this.<byte[]>get(answer -> alarms.picture(alarm.id(), answer));
        return alarm;
    }

    /** A note, a handover, and a step that was taken while the server was away. */
    private void deeds(Alarm alarm) {
        Deed note = new Deed(UUID.randomUUID(), THEN, "desk.shown", "camera/c-1024", Map.of("tile", "1"));
        Deed step = new Deed(
                UUID.randomUUID(),
                THEN,
                AlarmDeed.ACTION,
                AlarmDeed.subject(alarm.id()),
                Map.of(
                        AlarmDeed.STEP,
                        AlarmStep.CLOSED.name(),
                        AlarmDeed.OUTCOME,
                        AlarmOutcome.FALSE_ALARM.name(),
                        AlarmDeed.NOTE,
                        "Báo nhầm do mưa",
                        AlarmDeed.TITLE,
                        alarm.title(),
                        AlarmDeed.VERSION,
                        Long.toString(alarm.version()),
                        AlarmDeed.AFTER,
                        "0"));
        Shift shift = new Shift(new UUID(0, 1), THEN, false, List.of());
        String document = desk.here(() -> client.handovers()
                .write(new Document(
                        Reporting.of(shift, THEN.plusSeconds(28_800), Optional.empty(), List.of()), "Yên tĩnh")));
        Deed handover = new Deed(
                UUID.randomUUID(),
                THEN,
                HandoverDeed.ACTION,
                "record/x",
                HandoverDeed.facts("Ca đêm", SITE, THEN, THEN.plusSeconds(28_800), document));
        assertThat(desk.<DeedSender.Answer>ask(answer -> client.deeds().tell(List.of(note, step, handover), answer)))
                .isEqualTo(new DeedSender.Answer.Heard(Set.of()));
    }

    private void walls() {
        CityWalls walls = client.walls();
        CityWall wall = this.<List<CityWall>>get(walls::list).getFirst();
        String screen = wall.screens().getFirst().id();
        this.<WallStanding>get(answer -> walls.standing(wall.id(), answer));
        this.<CityWall>get(answer -> walls.describe(wall, answer));
        this.<CityWall>get(answer ->
                walls.describe(new CityWall(wall.id(), "Sảnh", null, wall.screens(), wall.version()), answer));
        List<ScreenReport.Result> results =
                List.of(new ScreenReport.Result("k-1", true, ""), new ScreenReport.Result("k-2", false, "noCell"));
        for (Layout shown : List.of(fresh(), fresh().as(new LayoutId("l-1"), "Ca ngày", Layout.Scope.CITY, 3))) {
            ScreenReport report = new ScreenReport("n-1", shown, new ScreenHealth(36, 35), results);
            this.<Registered>get(answer -> walls.report(wall.id(), screen, report, answer));
        }
        orders(walls, wall.id(), screen);
        Scene scene =
                this.<List<Scene>>get(answer -> walls.scenes(wall.id(), answer)).getFirst();
        Map<String, Optional<Layout>> parts = new LinkedHashMap<>();
        parts.put(screen, Optional.of(fresh()));
        parts.put("s2", Optional.empty());
        this.<Scene>get(answer -> walls.saveScene(wall.id(), "Giờ cao điểm", parts, answer));
        this.<String>get(answer -> walls.deleteScene(wall.id(), scene, answer));
        this.<String>get(answer -> walls.delete(wall, answer));
        this.<Set<CameraId>>get(walls::published);
    }

    private void orders(CityWalls walls, String wall, String screen) {
        List<Push.What> all = List.of(
                new Push.What.OfScene("sc-1"),
                new Push.What.OfLayout(fresh()),
                new Push.What.Blank(),
                new Push.What.OfTile(3, List.of(CAMERA)),
                new Push.What.OfTile(3, List.of()),
                new Push.What.OfTile(3, List.of(CAMERA, new CameraId("c-2"))),
                new Push.What.Swap(0, 5),
                new Push.What.Enlarge(OptionalInt.of(2)),
                new Push.What.Enlarge(OptionalInt.empty()),
                new Push.What.Turn(1, -1),
                new Push.What.Identify(),
                new Push.What.Message("Họp lúc 9 giờ", Duration.ofMinutes(5)),
                new Push.What.Release());
        for (Push.What what : all) {
            for (List<String> screens : List.of(List.of(screen), List.<String>of())) {
                Push push = new Push(
                        UUID.randomUUID().toString(),
                        what,
                        screens,
                        screens.isEmpty() ? -1 : 13,
                        "bàn 3",
                        Duration.ofSeconds(10));
                this.<Push.Told>get(answer -> walls.push(wall, push, answer));
            }
        }
    }

    private void handovers() {
        this.<List<Handover>>get(answer -> client.handovers().list(null, null, answer));
        Handover open = this.<List<Handover>>get(
                        answer -> client.handovers().list(THEN, THEN.plusSeconds(86_400), answer))
                .getFirst();
        for (String comment : List.of("", "Đã nhận đủ")) {
            this.<Handover>get(
                    answer -> client.handovers().accept(open.id(), "to.truong", PASSWORD, THEN, comment, answer));
        }
    }
}
