# networkx: graphs, paths, flows, components, drawing positions, centrality, formats, errors.
import io
import networkx as nx

graph = nx.Graph()
graph.add_weighted_edges_from([("a", "b", 4), ("a", "c", 2), ("b", "c", 1), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3)])
graph.add_node("f", color="red")
print(graph, graph.number_of_edges(), dict(graph.degree()), graph.nodes(data=True)["f"], list(graph.edges("a", data="weight")))
print(nx.shortest_path(graph, "a", "e", weight="weight"), nx.dijkstra_path_length(graph, "a", "e"), nx.shortest_path_length(graph, "a", "e"))
print([sorted(c) for c in nx.connected_components(graph)], sorted(nx.minimum_spanning_tree(graph).edges(data="weight")), list(nx.bridges(graph)))
print({k: round(v, 4) for k, v in nx.betweenness_centrality(graph).items()}, {k: round(v, 4) for k, v in nx.closeness_centrality(graph).items()})
print(nx.clustering(graph), list(nx.find_cliques(graph)), nx.is_bipartite(graph), nx.density(graph), list(nx.bfs_edges(graph, "a")), list(nx.dfs_preorder_nodes(graph, "a")))
directed = nx.DiGraph([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (6, 5)])
print([sorted(c) for c in nx.strongly_connected_components(directed)], list(nx.simple_cycles(directed)), sorted(nx.descendants(directed, 4)), nx.condensation(directed).number_of_nodes())
order = nx.DiGraph({"shirt": ["tie", "belt"], "tie": ["jacket"], "pants": ["shoes", "belt"], "belt": ["jacket"]})
print(list(nx.topological_sort(order)), list(nx.lexicographical_topological_sort(order)), nx.dag_longest_path(order), list(nx.topological_generations(order)))
flow = nx.DiGraph()
flow.add_edge("s", "a", capacity=3)
flow.add_edge("s", "b", capacity=2)
flow.add_edge("a", "b", capacity=1)
flow.add_edge("a", "t", capacity=2)
flow.add_edge("b", "t", capacity=3)
print(nx.maximum_flow(flow, "s", "t"), nx.minimum_cut(flow, "s", "t")[0])
print(nx.complete_graph(4).edges, nx.petersen_graph(), nx.diameter(nx.path_graph(5)), nx.grid_2d_graph(2, 2).nodes, nx.greedy_color(nx.cycle_graph(5)))
print(nx.gnp_random_graph(8, 0.4, seed=3).edges, nx.is_isomorphic(nx.cycle_graph(4), nx.grid_2d_graph(2, 2)), nx.eulerian_circuit(nx.complete_graph(5)) is not None)
buffer = io.BytesIO()
nx.write_edgelist(graph, buffer)
print(buffer.getvalue().decode(), nx.node_link_data(directed)["links"][:2], list(nx.generate_adjlist(graph)), list(nx.generate_gml(order))[:8])
multi = nx.MultiDiGraph([(1, 2), (1, 2), (2, 1)])
print(multi.number_of_edges(1, 2), multi.reverse().edges(keys=True), nx.to_dict_of_lists(multi), nx.relabel_nodes(directed, str).nodes)
for attempt in (lambda: nx.shortest_path(graph, "a", "f"), lambda: nx.shortest_path(graph, "x", "a"), lambda: list(nx.topological_sort(directed)), lambda: graph.remove_node("zz"), lambda: nx.diameter(graph)):
    try:
        attempt()
    except nx.NetworkXException as error:
        print(type(error).__name__, error)
