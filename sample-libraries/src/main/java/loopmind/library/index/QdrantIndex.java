package loopmind.library.index;

import static io.qdrant.client.ConditionFactory.filter;
import static io.qdrant.client.ConditionFactory.matchKeyword;
import static io.qdrant.client.ConditionFactory.matchValues;
import static io.qdrant.client.ConditionFactory.range;
import static io.qdrant.client.PointIdFactory.id;
import static io.qdrant.client.ValueFactory.list;
import static io.qdrant.client.ValueFactory.value;
import static io.qdrant.client.VectorsFactory.vectors;

import com.google.common.util.concurrent.ListenableFuture;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.QdrantGrpcClient;
import io.qdrant.client.QueryFactory;
import io.qdrant.client.WithPayloadSelectorFactory;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.PayloadSchemaType;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.Common.Range;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.ScrollResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.LoopId;

/**
 * A collection on a Qdrant server. It holds what the catalogue says; what differs is sent, what is
 * gone is deleted, and an empty or damaged collection is filled again.
 */
public final class QdrantIndex implements VectorIndex {

  /** The collection's name; its points are made from the catalogue of one home. */
  public static final String COLLECTION = "loopmind";

  private static final int BATCH = 256;
  private static final int USUAL_PORT = 6334;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ID = "loop", PRINT = "print";

  private final QdrantClient client;
  private final String where;
  private final String collection;

  /**
   * @param server such as {@code http://127.0.0.1:6334}; its gRPC port
   * @param key of the server, blank for none
   * @throws IndexUnusable where that is no address of a server
   */
  public QdrantIndex(String server, String key) {
    this(server, key, COLLECTION);
  }

  QdrantIndex(String server, String key, String collection) {
    URI address = address(server);
    where = address.getHost() + ":" + (address.getPort() < 0 ? USUAL_PORT : address.getPort());
    this.collection = collection;
    QdrantGrpcClient.Builder builder =
        QdrantGrpcClient.newBuilder(
            address.getHost(),
            address.getPort() < 0 ? USUAL_PORT : address.getPort(),
            "https".equals(address.getScheme()),
            false);
    if (!key.isBlank()) {
      builder.withApiKey(key);
    }
    client = new QdrantClient(builder.build());
  }

  private static URI address(String server) {
    try {
      URI address = URI.create(server.contains("://") ? server : "http://" + server);
      if (address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException noAddress) {
      // the sentence below says it
    }
    throw new IndexUnusable(
        "\"%s\" is no address of a Qdrant server; say one such as http://127.0.0.1:%d."
            .formatted(server, USUAL_PORT));
  }

  @Override
  public void hold(List<IndexEntry> truth) {
    if (!truth.isEmpty()) {
      makeCollection(truth.getFirst().place().dimensions());
    } else if (!has()) {
      return;
    }
    Map<String, Long> known = known();
    List<PointStruct> fresh = new ArrayList<>();
    for (IndexEntry entry : truth) {
      Long print = known.remove(entry.id().text());
      if (print == null || print != entry.print()) {
        fresh.add(point(entry));
      }
      if (fresh.size() == BATCH) {
        var unused = answer(client.upsertAsync(collection, fresh));
        fresh = new ArrayList<>();
      }
    }
    if (!fresh.isEmpty()) {
      var unused = answer(client.upsertAsync(collection, fresh));
    }
    List<PointId> gone = known.keySet().stream().map(QdrantIndex::pointId).toList();
    if (!gone.isEmpty()) {
      var unused = answer(client.deleteAsync(collection, gone));
    }
  }

  private boolean has() {
    return answer(client.collectionExistsAsync(collection));
  }

  private void makeCollection(int dimensions) {
    VectorParams wanted =
        VectorParams.newBuilder().setSize(dimensions).setDistance(Distance.Cosine).build();
    if (has()) {
      long size =
          answer(client.getCollectionInfoAsync(collection))
              .getConfig()
              .getParams()
              .getVectorsConfig()
              .getParams()
              .getSize();
      if (size == dimensions) {
        return;
      }
      var unused = answer(client.deleteCollectionAsync(collection));
    }
    var unused = answer(client.createCollectionAsync(collection, wanted));
    indexPayload("role", PayloadSchemaType.Keyword);
    indexPayload("pack", PayloadSchemaType.Keyword);
    indexPayload("tag", PayloadSchemaType.Keyword);
    indexPayload("key", PayloadSchemaType.Integer);
    indexPayload("bpm", PayloadSchemaType.Float);
    indexPayload("energy", PayloadSchemaType.Float);
  }

  private void indexPayload(String field, PayloadSchemaType type) {
    var unused =
        answer(client.createPayloadIndexAsync(collection, field, type, null, true, null, PATIENCE));
  }

  private Map<String, Long> known() {
    Map<String, Long> known = new HashMap<>();
    ScrollPoints.Builder page =
        ScrollPoints.newBuilder()
            .setCollectionName(collection)
            .setLimit(4 * BATCH)
            .setWithPayload(WithPayloadSelectorFactory.include(List.of(ID, PRINT)));
    while (true) {
      ScrollResponse some = answer(client.scrollAsync(page.build()));
      for (RetrievedPoint point : some.getResultList()) {
        Map<String, Value> payload = point.getPayloadMap();
        known.put(
            payload.getOrDefault(ID, value("")).getStringValue(),
            payload.getOrDefault(PRINT, value(0L)).getIntegerValue());
      }
      if (!some.hasNextPageOffset()) {
        return known;
      }
      page.setOffset(some.getNextPageOffset());
    }
  }

  /** Qdrant names points by numbers or UUIDs; this one is made from the loop's own id. */
  private static PointId pointId(String loop) {
    return id(UUID.nameUUIDFromBytes(loop.getBytes(StandardCharsets.UTF_8)));
  }

  private static PointStruct point(IndexEntry entry) {
    IndexFacts facts = entry.facts();
    return PointStruct.newBuilder()
        .setId(pointId(entry.id().text()))
        .setVectors(vectors(entry.place().values()))
        .putPayload(ID, value(entry.id().text()))
        .putPayload(PRINT, value(entry.print()))
        .putPayload("role", value(facts.role().word()))
        .putPayload("bpm", value(facts.bpm()))
        .putPayload("key", value((long) facts.key()))
        .putPayload("energy", value(facts.energy()))
        .putPayload("pack", value(facts.pack()))
        .putPayload(
            "tag",
            list(facts.tags().stream().sorted().map(io.qdrant.client.ValueFactory::value).toList()))
        .build();
  }

  private static Filter conditions(IndexFilter wanted) {
    Filter.Builder all = Filter.newBuilder();
    wanted.role().ifPresent(role -> all.addMust(matchKeyword("role", role.word())));
    if (!wanted.pack().isEmpty()) {
      all.addMust(matchKeyword("pack", wanted.pack()));
    }
    if (!wanted.tag().isEmpty()) {
      all.addMust(matchKeyword("tag", wanted.tag()));
    }
    if (!wanted.tempi().isEmpty()) {
      Filter.Builder any = Filter.newBuilder();
      any.addShould(between("bpm", IndexFacts.NO_TEMPO, IndexFacts.NO_TEMPO));
      wanted
          .tempi()
          .forEach(one -> any.addShould(between("bpm", one.slowestBpm(), one.fastestBpm())));
      all.addMust(filter(any.build()));
    }
    if (!wanted.keys().isEmpty()) {
      List<Long> keys =
          new ArrayList<>(wanted.keys().stream().sorted().map(Long::valueOf).toList());
      keys.add((long) IndexFacts.NO_KEY);
      all.addMust(matchValues("key", keys));
    }
    if (wanted.leastEnergy() > 0 || wanted.mostEnergy() < 1) {
      all.addMust(between("energy", wanted.leastEnergy(), wanted.mostEnergy()));
    }
    return all.build();
  }

  private static Condition between(String field, double least, double most) {
    return range(field, Range.newBuilder().setGte(least).setLte(most).build());
  }

  @Override
  public List<Near> nearest(Embedding wanted, IndexFilter filter, int limit) {
    if (!has()) {
      return List.of();
    }
    QueryPoints query =
        QueryPoints.newBuilder()
            .setCollectionName(collection)
            .setQuery(QueryFactory.nearest(wanted.values()))
            .setFilter(conditions(filter))
            .setLimit(limit)
            .setWithPayload(WithPayloadSelectorFactory.include(List.of(ID)))
            .build();
    List<Near> found = new ArrayList<>();
    for (ScoredPoint point : answer(client.queryAsync(query))) {
      String loop = point.getPayloadMap().getOrDefault(ID, value("")).getStringValue();
      if (!loop.isEmpty()) {
        found.add(new Near(new LoopId(loop), Math.clamp(point.getScore(), -1.0, 1.0)));
      }
    }
    found.sort(Comparator.comparingDouble(Near::cosine).reversed().thenComparing(Near::id));
    return List.copyOf(found);
  }

  @Override
  public int size() {
    return has() ? Math.toIntExact(answer(client.countAsync(collection))) : 0;
  }

  private <T> T answer(ListenableFuture<T> asked) {
    try {
      return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexUnusable("Asking Qdrant at %s was broken off.".formatted(where), e);
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IndexUnusable(
          "Qdrant at %s does not answer: %s.".formatted(where, cause.getMessage()), e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
