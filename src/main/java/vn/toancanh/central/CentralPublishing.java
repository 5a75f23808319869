package vn.toancanh.central;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.PublishingService;
import vn.toancanh.administration.VisitorCamera;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;

/** Which cameras visitors see, at the server. */
final class CentralPublishing implements PublishingService {
    private static final String FEATURE = "cameras.published";
    private static final String PAGE = "200";
    private static final Comparator<VisitorCamera> BY_NUMBER =
            Comparator.comparing(VisitorCamera::number, Comparator.nullsLast(Comparator.<Integer>naturalOrder()));

    private final Asking asking;
    private final CentralSessions sessions;

    CentralPublishing(Net net, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.asking = new Asking("publishing", net, caller, sessions, options);
        this.sessions = sessions;
    }

    @Override
    public boolean offered() {
        return sessions.login().map(login -> login.offers(FEATURE)).orElse(false);
    }

    @Override
    public void find(String words, boolean published, Consumer<Outcome<Found>> answer) {
        asking.ask(
                login -> {
                    HttpUrl.Builder url = login.path("cameras").addQueryParameter("limit", PAGE);
                    if (!words.isBlank()) {
                        url.addQueryParameter("q", words.strip());
                    }
                    if (published) {
                        url.addQueryParameter("published", "true");
                    }
                    Dto.CameraPage page = asking.get(login, Dto.CameraPage.class, url);
                    @Nullable String next = page.nextCursor();
                    // A server that does not know the word tells all of them.
                    Predicate<VisitorCamera> wanted = camera -> !published || camera.published();
                    List<VisitorCamera> cameras = AdminDto.items(page.items()).stream()
                            .flatMap(camera -> CameraTranslation.camera(camera)
                                    .map(known -> visitors(known, Boolean.TRUE.equals(camera.published())))
                                    .stream())
                            .filter(wanted)
                            .sorted(BY_NUMBER)
                            .toList();
                    return new Found(cameras, next != null && !next.isEmpty());
                },
                answer);
    }

    private static VisitorCamera visitors(Camera camera, boolean published) {
        return new VisitorCamera(camera.id(), camera.number(), camera.name(), camera.site(), camera.tags(), published);
    }

    @Override
    public void publish(CameraId camera, boolean published, Consumer<Outcome<Boolean>> answer) {
        asking.tell(
                login -> Asking.request(login, "cameras", camera.value(), "published")
                        .put(asking.body(Map.of("published", published))),
                answer);
    }
}
