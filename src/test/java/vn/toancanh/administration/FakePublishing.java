package vn.toancanh.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;

/** Cameras in memory of which some are shown to visitors; with {@link #hold} answers wait for the test. */
public final class FakePublishing implements PublishingService {
    public final List<VisitorCamera> cameras = new ArrayList<>();

    /** What was asked, in order. */
    public final List<String> asked = new ArrayList<>();

    public boolean offers = true;
    public boolean more;

    /** What every change is answered with until it is null again. */
    public @Nullable Failure refusing;

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean holding;

    /** Some cameras of a city, every third of them shown. */
    public void city() {
        List<String> sites = List.of("trang-tien", "hang-bai", "cua-nam", "doi-can");
        for (int number = 1; number <= 40; number++) {
            cameras.add(new VisitorCamera(
                    new CameraId("c-" + number),
                    1000 + number,
                    "Camera giao thông số " + number,
                    new SiteId(sites.get(number % sites.size())),
                    List.of(),
                    number % 3 == 0));
        }
        more = true;
    }

    /** From now on answers wait for {@link #answer()}. */
    public void hold() {
        holding = true;
    }

    /** Gives all answers held back. */
    public void answer() {
        holding = false;
        List<Runnable> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Runnable::run);
    }

    private void tell(Runnable answer) {
        if (holding) {
            waiting.add(answer);
        } else {
            answer.run();
        }
    }

    @Override
    public boolean offered() {
        return offers;
    }

    @Override
    public void find(String words, boolean published, Consumer<Outcome<Found>> answer) {
        asked.add("find " + words + (published ? " published" : ""));
        tell(() -> answer.accept(Outcome.done(new Found(
                cameras.stream()
                        .filter(camera -> camera.name().contains(words))
                        .filter(camera -> !published || camera.published())
                        .toList(),
                more))));
    }

    @Override
    public void publish(CameraId camera, boolean published, Consumer<Outcome<Boolean>> answer) {
        asked.add((published ? "publish " : "withdraw ") + camera.value());
        tell(() -> {
            Failure no = refusing;
            if (no != null) {
                answer.accept(Outcome.failed(no));
                return;
            }
            cameras.replaceAll(known -> known.id().equals(camera) ? known.published(published) : known);
            answer.accept(Outcome.done(true));
        });
    }
}
