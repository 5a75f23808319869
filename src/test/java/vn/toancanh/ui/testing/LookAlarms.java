package vn.toancanh.ui.testing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.WallReading;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.GeoPoint;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.shell.Shell;

/** A list of alarms as a busy minute brings them. */
public final class LookAlarms {
    private LookAlarms() {}

    /** Takes the pictures: unaccepted alarms with a picture, somebody else faster, and none. */
    static void show(Look look, Language language) throws Exception {
        Desk desk = look.desk(language, 1400, 4, new WallReading(15, 13, 8100, 0));
        Shell shell = look.open(desk);
        Look.enter(desk, shell);
        desk.alarmServer.picture = picture();
        Fx.run(() -> {
            desk.alarmBook.open();
            desk.alarmServer.lists.remove().accept(Outcome.done(all()));
        });
        look.save(shell, "alarms-counted-" + language);
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.F8, false));
        Thread.sleep(500);
        look.save(shell, "alarms-" + language);
        Fx.run(() -> {
            desk.alarms.move(AlarmStep.ACKNOWLEDGED);
            desk.alarmServer.moves.remove().answer().accept(Outcome.failed(Failure.of(Failure.Kind.CONFLICT, "412")));
            desk.alarmServer.gets.remove().answer().accept(Outcome.done(taken()));
        });
        look.save(shell, "alarms-overtaken-" + language);
        Fx.run(() -> ((Button) shell.scene().getRoot().lookupAll(".tc-alarms .button").stream()
                        .filter(node -> node.isVisible() && node instanceof Button each && isFinish(each))
                        .findFirst()
                        .orElseThrow())
                .fire());
        look.save(shell, "alarms-closing-" + language);
        Fx.run(() -> {
            MenuButton menu = (MenuButton) shell.scene().lookup(".tc-alarm-menu");
            menu.show();
        });
        Thread.sleep(400);
        look.popup("alarms-settings-" + language);
        Fx.run(() -> ((MenuButton) shell.scene().lookup(".tc-alarm-menu")).hide());
        Fx.run(() -> {
            desk.alarmServer.news().afresh();
            desk.alarmServer.lists.remove().accept(Outcome.done(List.of()));
        });
        look.save(shell, "alarms-none-" + language);
        Fx.run(shell::close);
    }

    private static boolean isFinish(Button button) {
        return button.getText().equals("Kết thúc") || button.getText().equals("Close");
    }

    static List<Alarm> all() {
        return List.of(
                alarm("1", 90, AlarmStep.NEW, "Người vào khu vực cấm trong giờ nghỉ trưa", 4, true, "", 61),
                alarm("2", 60, AlarmStep.NEW, "Xe dừng trái phép", 9, false, "", 130),
                alarm("3", 40, AlarmStep.NEW, "Camera bị che", 14, false, "", 300),
                alarm("4", 70, AlarmStep.IN_PROGRESS, "Có khói", 18, false, "Trực ban 2", 900),
                alarm("5", 20, AlarmStep.ACKNOWLEDGED, "Nút khẩn cấp", 23, false, "Trực ban 1", 86_400));
    }

    /** The first of them, as another desk has accepted it. */
    public static Alarm taken() {
        return alarm(
                "1",
                90,
                AlarmStep.ACKNOWLEDGED,
                "Người vào khu vực cấm trong giờ nghỉ trưa",
                4,
                true,
                "Trực ban 2",
                61);
    }

    private static Alarm alarm(
            String id, int priority, AlarmStep step, String title, int camera, boolean pictured, String who, long ago) {
        return new Alarm(
                new AlarmId(id),
                "x",
                priority,
                step,
                List.of(new CameraId("camera-" + camera)),
                new SiteId("ward-0"),
                new GeoPoint(21.02451, 105.85623),
                title,
                "1. Xem camera bên cạnh, tìm người trong ảnh.\n2. Gọi tổ tuần tra gần nhất.\n3. Ghi lại việc đã làm rồi mới kết thúc.",
                pictured,
                Instant.parse("2026-11-21T07:02:31Z").minusSeconds(ago),
                who,
                step == AlarmStep.NEW ? 1 : 2);
    }

    /** A picture as a camera might have taken it. */
    static byte[] picture() {
        BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.GRAY, 0, 360, Color.DARK_GRAY));
        graphics.fillRect(0, 0, 640, 360);
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(300, 140, 40, 120);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }
}
