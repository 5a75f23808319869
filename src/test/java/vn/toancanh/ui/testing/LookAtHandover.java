package vn.toancanh.ui.testing;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Language;
import vn.toancanh.base.Outcome;
import vn.toancanh.shift.Export;
import vn.toancanh.shift.FakeHandovers;
import vn.toancanh.shift.Handover;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.ShiftOwner;
import vn.toancanh.shift.StandingWall;
import vn.toancanh.ui.shell.Shell;

/** Takes pictures of handing over and taking over, to be looked at by people: {@code … DIR}. */
public final class LookAtHandover {
    private final ScreenLook look;

    private LookAtHandover(ScreenLook look) {
        this.look = look;
    }

    public static void main(String[] args) throws Exception {
        try (ScreenLook look = new ScreenLook(args[0])) {
            LookAtHandover all = new LookAtHandover(look);
            look.everywhere(all::shift);
        }
    }

    private void shift(Language language) throws Exception {
        Desk desk = look.desk(language);
        Shell shell = look.openSignedIn(desk);
        Fx.run(() -> {
            desk.alarmBook.open();
            desk.alarmServer.lists.remove().accept(Outcome.done(LookAlarms.all()));
            happen(desk);
            earlier(desk);
        });
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.H, true));
        Fx.settle(shell.scene());
        look.screen("handover-" + language);
        Fx.run(() -> ((ScrollPane) shell.scene().lookup(".tc-report")).setVvalue(1));
        look.screen("handover-below-" + language);
        Fx.run(
                () -> ((TextArea) shell.scene().lookup(".tc-handover .text-area"))
                        .setText(
                                "Cổng sau chợ Đồng Xuân hỏng khóa, tổ tuần tra 2 đang giữ.\nCamera Hàng Bài đã báo kỹ thuật lúc 13:20."));
        fire(shell, desk, "shift.print");
        look.screen("handover-written-" + language);
        fire(shell, desk, "shift.handOver");
        look.screen("handover-waiting-" + language);
        Fx.until("the server has it", () -> shell.scene().lookup(".tc-take-over") != null);
        Fx.run(() -> ((TextField) shell.scene().lookup(".tc-take-over .text-field")).setText("ban1"));
        fire(shell, desk, "shift.takeOver");
        look.screen("handover-sign-" + language);
        Fx.run(() -> {
            ((TextField) shell.scene().lookup(".tc-take-over .text-field")).setText(FakeHandovers.SIGNER);
            ((TextField) shell.scene().lookup(".tc-take-over .password-field")).setText(FakeHandovers.PASSWORD);
        });
        fire(shell, desk, "shift.takeOver");
        look.screen("handover-signed-" + language);
        Fx.run(() -> ((ListView<?>) shell.scene().lookup(".tc-handovers .list-view"))
                .getSelectionModel()
                .select(2));
        look.screen("handover-unreadable-" + language);
        Fx.run(() ->
                desk.sessions.connection(new Connection(Connection.Phase.AWAY, Instant.parse("2026-11-21T07:01:00Z"))));
        Thread.sleep(4000);
        look.screen("handover-away-" + language);
        press(shell, KeyCode.ESCAPE);
        Fx.run(() -> {
            desk.sessions.connection(new Connection(Connection.Phase.ONLINE, null));
            desk.sessions.signOut();
        });
        ScreenLook.type(shell, FakeSessions.PASSWORD);
        Fx.run(() ->
                desk.shiftBook.follow(new ShiftOwner(URI.create("https://trungtam.hanoi.vn:8443"), "tran.van.dung")));
        Fx.settle(shell.scene());
        Fx.run(() -> happen(desk));
        Fx.run(() -> shell.scene().getRoot().lookupAll(".tc-top-bar .button").stream()
                .filter(node -> desk.language.texts().get("shell.signOut").equals(node.getAccessibleText()))
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        look.screen("handover-question-" + language);
        Fx.run(shell::close);
    }

    /** The question needs a shift in which something happened. */
    private static void happen(Desk desk) {
        List.of(3, 17, 17, 240, 8).forEach(number -> lost(desk, number));
        found(desk, 17, 252);
        found(desk, 8, 4011);
        desk.shiftBook.note(Happening.WALL_CHANGED, "1", "", Note.UNKNOWN);
        desk.shiftBook.note(Happening.WALL_CHANGED, "1", "", Note.UNKNOWN);
        desk.shiftBook.note(Happening.WALL_CHANGED, "2", "", Note.UNKNOWN);
        desk.shiftBook.stood(1, named(desk, 20, 33));
        desk.shiftBook.stood(3, named(desk, 40, 43));
        desk.shiftBook.note(Happening.WALL_CHANGED, "3", "", Note.UNKNOWN);
        desk.standing = List.of(new StandingWall(1, 1, named(desk, 30, 35), true), new StandingWall(2, 2, Map.of()));
        desk.shiftBook.note(Happening.LAYOUT_OPENED, "l1", "Nút giao Hàng Bài – Trần Hưng Đạo", Note.UNKNOWN);
        desk.shiftBook.note(Happening.LAYOUT_SAVED, "l1", "Nút giao Hàng Bài – Trần Hưng Đạo", Note.UNKNOWN);
        desk.shiftBook.note(Happening.LAYOUT_OPENED, "l2", "Tuần tra đêm", Note.UNKNOWN);
        desk.shiftBook.note(Happening.ALARM_ACCEPTED, "4", "Có khói", Note.UNKNOWN);
        desk.shiftBook.note(Happening.ALARM_CLOSED, "9", "Xe dừng trái phép", Note.UNKNOWN);
        desk.shiftBook.note(Happening.HEAD_MOVED, "camera-12", name(desk, 12), Note.UNKNOWN);
        desk.shiftBook.note(Happening.HEAD_MOVED, "camera-31", name(desk, 31), Note.UNKNOWN);
        desk.shiftBook.note(Happening.HEAD_PLACED, "camera-31", "Cổng chính, phía bến xe", Note.UNKNOWN);
        desk.shiftBook.note(Happening.WALL_HELD, "truc", "Phòng trực quận Hoàn Kiếm", Note.UNKNOWN);
        desk.shiftBook.note(Happening.WALL_SHOWN, "truc", "Cao điểm sáng", Note.UNKNOWN);
        desk.shiftBook.note(Happening.WALL_HELD, "sanh", "Sảnh", Note.UNKNOWN);
        desk.shiftBook.note(Happening.HEAD_RESERVED, "camera-31", name(desk, 31), 3_600);
        desk.shiftBook.note(Happening.TURNS_STOPPED, "", "", Note.UNKNOWN);
        desk.shiftBook.note(Happening.EXPORTED, Export.TRAIL.name(), "nhat-ky-20261121-0702.csv", Note.UNKNOWN);
        desk.shiftBook.note(Happening.EXPORTED, Export.PAPER.name(), "", Note.UNKNOWN);
        desk.shiftBook.note(Happening.CLOCK_SET, "", "", -95);
    }

    private static Map<String, String> named(Desk desk, int from, int to) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int number = from; number < to; number++) {
            names.put("camera-" + number, name(desk, number));
        }
        return names;
    }

    private static void lost(Desk desk, int number) {
        desk.shiftBook.note(Happening.CAMERA_LOST, "camera-" + number, name(desk, number), 10);
    }

    private static void found(Desk desk, int number, long seconds) {
        desk.shiftBook.note(Happening.CAMERA_FOUND, "camera-" + number, name(desk, number), seconds);
    }

    private static String name(Desk desk, int number) {
        return desk.catalogue.snapshot().cameras().get(number).name();
    }

    private static void earlier(Desk desk) {
        Instant began = Instant.parse("2026-11-20T15:00:00Z");
        for (int i = 0; i < 5; i++) {
            Instant then = began.minusSeconds(28_800L * i);
            Handover.Acceptance signed =
                    i == 0 ? null : new Handover.Acceptance("Nguyễn Thị Lan", then.plusSeconds(29_000), "Đã nhận đủ");
            desk.handoverServer.kept.add(new Handover(
                    new UUID(7, i),
                    "Ca",
                    then,
                    then.plusSeconds(28_800),
                    then.plusSeconds(28_860),
                    "Trực ban " + (i % 3 + 1),
                    null,
                    "",
                    Handover.Standing.KEPT,
                    signed));
        }
    }

    private static void press(Shell shell, KeyCode code) throws Exception {
        Fx.run(() -> Fx.press(shell.scene().getRoot(), code, false));
        Fx.settle(shell.scene());
    }

    private static void fire(Shell shell, Desk desk, String key) throws Exception {
        String words = desk.language.texts().get(key);
        Fx.run(() -> {
            Node root = shell.scene().lookup(".tc-handover");
            Stream.concat(root.lookupAll(".button").stream(), root.lookupAll(".toggle-button").stream())
                    .filter(node -> node instanceof ButtonBase button && words.equals(button.getText()))
                    .map(ButtonBase.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + words))
                    .fire();
        });
        Fx.settle(shell.scene());
    }
}
